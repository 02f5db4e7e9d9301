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
  const page = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!page.includes(BODY)) return ''
  const begin = Math.max(0, page.indexOf(MAIN))
  const end = page.lastIndexOf(MAIN_END)
  const main = page.subarray(begin, end < begin ? page.length : end)
  const description = page.indexOf(DESCRIPTION)
  return description === -1
    ? hashOf(main)
    : hashOf(page.subarray(description, page.indexOf(TAG_END, description)), main)
}
