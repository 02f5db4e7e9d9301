import { close as closeService } from 'pagefind'
import type { FoundPages } from './plan-search.ts'
import type { SearchIndex } from './search-index.ts'

/** Keeps the search in step with the pages, behind the publishing of pages and never in its way. */
export interface SearchJob {
  /** Says that pages changed, or that a failed attempt should be repeated. */
  pagesChanged(): void
  /**
   * Says that something was taken from the pages that must be nowhere any more, as a name whose consent is
   * withdrawn: a list of pages that do not count is not enough then, every index that holds it goes.
   */
  erase(): void
  /**
   * Resolves when the search holds the pages of the last change and nothing that is to be erased; else a new base
   * may still be on its way.
   */
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
  /** How far erasing is: it ends when the list names only indexes that were built after it was asked for. */
  let erasing: 'asked' | 'building' | 'listing' | null = null

  async function refreshUntilFresh(): Promise<void> {
    for (;;) {
      if (!stale || closed) break
      stale = false
      try {
        await index.refresh(currentPages())
        if (erasing === 'listing') {
          await index.deleteRetired()
          erasing = null
        }
        problem = null
      } catch (error) {
        await report(error)
      }
    }
    running = null
    const pages = currentPages()
    if (closed || building !== null || problem !== null) return
    if (erasing === 'asked' || index.needsNewBase(pages)) building = buildBase(pages)
  }

  async function buildBase(pages: FoundPages): Promise<void> {
    if (erasing === 'asked') erasing = 'building'
    try {
      await index.rebuildBase(pages)
      building = null
      if (erasing === 'building') erasing = 'listing'
      pagesChanged()
    } catch (error) {
      building = null
      if (erasing !== null) erasing = 'asked'
      await report(error)
    }
  }

  /** The service is closed so that the next attempt gets a new one: the old may have died. */
  async function report(error: unknown): Promise<void> {
    problem = error instanceof Error ? error.message : String(error)
    await closeService()
  }

  function mustErase(): boolean {
    return erasing !== null && problem === null && !closed
  }

  function pagesChanged(): void {
    stale = true
    if (!closed) running ??= refreshUntilFresh()
  }

  return {
    pagesChanged,
    erase() {
      erasing = 'asked'
      pagesChanged()
    },
    async whenFresh() {
      do await (running ?? building)
      while (mustErase())
    },
    problem: () => problem,
    async close() {
      closed = true
      await running
      await building
    },
  }
}
