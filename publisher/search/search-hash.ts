import { hashOf } from '../release/page-hash.ts'

const BODY = Buffer.from('data-pagefind-body')
const MAIN = Buffer.from('<main')
const MAIN_END = Buffer.from('</main>')
const DESCRIPTION = Buffer.from('<meta name="description"')
const TAG_END = Buffer.from('>')

/**
 * Hash of what the search holds of a page, its main part and its description: with another header it is the same.
 * @returns '' for a page that does not want to be found: those that do mark their main part for Pagefind
 */
export function searchHashOf(bytes: Uint8Array): string {
  const page = toBuffer(bytes)
  if (!page.includes(BODY)) return ''
  const main = mainOf(page)
  const description = page.indexOf(DESCRIPTION)
  return description === -1
    ? hashOf(main)
    : hashOf(page.subarray(description, page.indexOf(TAG_END, description)), main)
}

/** The main part of a page as a page: all that Pagefind reads of it, a third of the whole. */
export function searchedPartOf(bytes: Uint8Array): string {
  return `<!doctype html><html lang="ru"><body>${mainOf(toBuffer(bytes)).toString()}</main></body></html>`
}

function mainOf(page: Buffer): Buffer {
  const begin = Math.max(0, page.indexOf(MAIN))
  const end = page.lastIndexOf(MAIN_END)
  return page.subarray(begin, end < begin ? page.length : end)
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
