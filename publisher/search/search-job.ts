import { close as closeService } from 'pagefind'
import type { FoundPages } from './plan-search.ts'
import type { SearchIndex } from './search-index.ts'

/** Keeps the search in step with the pages, behind the publishing of pages and never in its way. */
export interface SearchJob {
  /** Says that pages changed, or that a failed attempt should be repeated. */
  pagesChanged(): void
  /** Resolves when the search holds the pages of the last change; a new base may still be on its way. */
  whenFresh(): Promise<void>
  /** Why the search is not fresh, or null. */
  problem(): string | null
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>
}

/** @param currentPages asked anew each time, so that several changes become one index */
export function startSearchJob(index: SearchIndex, currentPages: () => FoundPages): SearchJob {
  let stale = false
  let closed = false
  let running: Promise<void> | null = null
  let building: Promise<void> | null = null
  let problem: string | null = null

  async function refreshUntilFresh(): Promise<void> {
    for (;;) {
      if (!stale || closed) break
      stale = false
      try {
        await index.refresh(currentPages())
        problem = null
      } catch (error) {
        await report(error)
      }
    }
    running = null
    const pages = currentPages()
    if (!closed && building === null && problem === null && index.needsNewBase(pages))
      building = buildBase(pages)
  }

  async function buildBase(pages: FoundPages): Promise<void> {
    try {
      await index.rebuildBase(pages)
      building = null
      pagesChanged()
    } catch (error) {
      building = null
      await report(error)
    }
  }

  /** The service is closed so that the next attempt gets a new one: the old may have died. */
  async function report(error: unknown): Promise<void> {
    problem = error instanceof Error ? error.message : String(error)
    await closeService()
  }

  function pagesChanged(): void {
    stale = true
    if (!closed) running ??= refreshUntilFresh()
  }

  return {
    pagesChanged,
    async whenFresh() {
      await running
    },
    problem: () => problem,
    async close() {
      closed = true
      await running
      await building
    },
  }
}
