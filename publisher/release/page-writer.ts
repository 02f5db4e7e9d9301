import type { BuiltSite } from '../site-bundle/built-site.ts'
import { writeNewPage } from './page-files.ts'
import type { NewFolder } from './page-files.ts'
import type { PageRecord } from './page-index.ts'
import { isFinished, renderPage } from './render-page.ts'
import type { PageFailure } from './render-page.ts'

/** Renders a page and writes its file. */
export type PageWriter = (path: string) => Promise<PageRecord | PageFailure>

export function createPageWriter(site: BuiltSite, target: NewFolder): PageWriter {
  const folders = new Set<string>()
  const encode = createEncoder()
  return async (path) => {
    const page = await renderPage(site, path, encode)
    if (!isFinished(page)) return page
    writeNewPage(target, page, folders)
    return page.record
  }
}

/** Whether a page was rendered and written. */
export function isWritten(page: PageRecord | PageFailure): page is PageRecord {
  return 'hash' in page
}

const ROOM = 512 * 1024
const MOST_BYTES_OF_CHARACTER = 3

/** Gives the bytes of a text; they are there until the next text. Memory of its own for each page takes longer to get than the bytes. */
function createEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  const room = new Uint8Array(ROOM)
  return (text) =>
    text.length * MOST_BYTES_OF_CHARACTER > ROOM
      ? encoder.encode(text)
      : room.subarray(0, encoder.encodeInto(text, room).written)
}
