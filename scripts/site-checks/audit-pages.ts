import { createServer } from 'node:net'
import { once } from 'node:events'
import lighthouse from 'lighthouse'
import { launchBrowser } from '../checks/launch-browser.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What Lighthouse says of one page as a phone shows it. */
export interface Audit {
  /** 0–100 by category; performance depends on how busy the machine is. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>
  /** Audits that depend on the page alone and are not passed, with what Lighthouse says. */
  readonly faults: readonly string[]
}

/** A browser that Lighthouse steers. */
export interface Auditor {
  audit(url: string): Promise<Audit>
  close(): Promise<void>
}

/** Performance audits that give the same answer on every machine. */
const STEADY = new Set([
  'cls-culprits-insight',
  'cumulative-layout-shift',
  'document-latency-insight',
  'dom-size-insight',
  'duplicated-javascript-insight',
  'font-display-insight',
  'image-delivery-insight',
  'legacy-javascript-insight',
  'render-blocking-insight',
  'third-parties-insight',
  'total-byte-weight',
  'unminified-css',
  'unminified-javascript',
  'unsized-images',
  'unused-css-rules',
  'unused-javascript',
  'viewport-insight',
])

/** Starts a browser for audits. */
export async function openAuditor(): Promise<Auditor> {
  const port = await findFreePort()
  const browser = await launchBrowser([`--remote-debugging-port=${port}`])
  return {
    async audit(url) {
      const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] })
      if (result === undefined) throw new Error(`Lighthouse says nothing of ${url}`)
      const { categories, audits } = result.lhr
      const scoreOf = (key: string) => Math.round((categories[key]?.score ?? 0) * 100)
      const judged = CATEGORIES.flatMap((key) =>
        (categories[key]?.auditRefs ?? []).filter(({ id }) => key !== 'performance' || STEADY.has(id)),
      )
      const faults = judged.flatMap(({ id }) => {
        const audit = audits[id]
        if (audit === undefined || audit.score === null || audit.score >= 1) return []
        return [`${id}: ${audit.displayValue ?? audit.title}`]
      })
      return {
        scores: {
          performance: scoreOf('performance'),
          accessibility: scoreOf('accessibility'),
          'best-practices': scoreOf('best-practices'),
          seo: scoreOf('seo'),
        },
        faults,
      }
    },
    close: () => browser.close(),
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port')
  return address.port
}
