import { searchHashOf } from '../search/search-hash.ts'
import type { BuiltSite } from '../site-bundle/built-site.ts'
import { hashOf } from './page-hash.ts'
import type { PageRecord } from './page-index.ts'

/** A page as it goes to disk. */
export interface FinishedPage {
  path: string
  bytes: Uint8Array
  record: PageRecord
}

/** A page that could not be rendered; what was published before stays. */
export interface PageFailure {
  path: string
  /** What happened, for administrators. */
  problem: string
}

/** The page that is served, with status 404, for addresses that do not exist. */
export const NOT_FOUND_PATH = '/404.html'

/**
 * Renders one page; never throws. Only a page of status 200 (404 for the page of that name) is published.
 * @param encode gives the bytes of a text; in memory of their own unless told otherwise
 */
export async function renderPage(
  site: BuiltSite,
  path: string,
  encode: (text: string) => Uint8Array = (text) => Buffer.from(text),
): Promise<FinishedPage | PageFailure> {
  try {
    const page = await site.render(path)
    const expected = page.status === 200 || (page.status === 404 && path === NOT_FOUND_PATH)
    if (!expected) return { path, problem: `Страница ответила кодом ${page.status}` }
    const bytes = typeof page.body === 'string' ? encode(page.body) : page.body
    return {
      path,
      bytes,
      record: {
        reads: page.reads,
        hash: hashOf(bytes),
        searchHash: page.contentType.startsWith('text/html') ? searchHashOf(bytes) : '',
      },
    }
  } catch (error) {
    return { path, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Whether rendering succeeded. */
export function isFinished(page: FinishedPage | PageFailure): page is FinishedPage {
  return 'bytes' in page
}
