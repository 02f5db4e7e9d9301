import type { BrowserContext } from 'playwright-core'

/** What a signed-in browser can ask of the lake. */
export interface LakeView {
  /** Answer of a GROQ query over everything, drafts included. */
  query(groq: string): Promise<unknown>
}

/** Asks with the cookie of the browser, as the Studio does. */
export function viewLake(context: BrowserContext, origin: string): LakeView {
  return {
    async query(groq) {
      const parameters = new URLSearchParams({ query: groq, perspective: 'raw' })
      const response = await context.request.get(`${origin}/v2025-02-19/data/query/production?${parameters}`)
      const body: { result: unknown } = await response.json()
      return body.result
    },
  }
}
