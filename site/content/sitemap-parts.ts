import type { ContentReader } from './content-reader.ts'
import { type PagedType, pagedTypes } from './document-paths.ts'

/** A part of a long sitemap: the pages of documents of one type, of a year, month or day, or of a page of it. */
export interface SitemapPart {
  /** What it is called in its address. */
  readonly name: string
  readonly type: PagedType
  readonly node: string
  readonly number: number
}

/** Name of the part with the pages that belong to no document. */
export const SECTIONS_PART = 'razdely'

/** The parts of the sitemap; [] when it is one file. */
export function listSitemapParts(content: ContentReader): SitemapPart[] {
  if (!pagedTypes.some((type) => content.isSplit('change', type, ''))) return []
  return pagedTypes.flatMap((type) => listPartsBelow(content, type, ''))
}

/** Paths of the files of the sitemap besides `/sitemap.xml`. */
export function listSitemapPaths(content: ContentReader): string[] {
  const names = listSitemapParts(content).map(({ name }) => name)
  return names.length === 0 ? [] : [SECTIONS_PART, ...names].map((name) => `/sitemap-${name}.xml`)
}

/** The part of this name, null when there is none. Reads no more than its own place in the list. */
export function findSitemapPart(content: ContentReader, name: string): SitemapPart | null {
  const match = /^([a-zA-Z]+)(?:-(\d{4}(?:-\d{2}(?:-\d{2})?)?))?(?:_(\d+))?$/.exec(name)
  const type = pagedTypes.find((one) => one === match?.[1])
  if (match === null || type === undefined) return null
  const [, , node = '', number = '1'] = match
  if (content.isSplit('change', type, node)) return null
  return { name, type, node, number: Number(number) }
}

function listPartsBelow(content: ContentReader, type: PagedType, node: string): SitemapPart[] {
  const found = content.node('change', type, node)
  if (found === null) return []
  const name = node === '' ? type : `${type}-${node}`
  const own = Array.from({ length: found.pages }, (_, place) => ({
    name: place === 0 ? name : `${name}_${place + 1}`,
    type,
    node,
    number: place + 1,
  }))
  return [...own, ...found.children.flatMap((child) => listPartsBelow(content, type, child))]
}
