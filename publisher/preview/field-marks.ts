import { stegaEncodeSourceMap } from '@sanity/client/stega'
import type { PublicDocument } from '../site-bundle/built-site.ts'

/** Characters without a meaning of their own: each stands for one text while a page is rendered. */
const FIRST = 0xe000
const LAST = 0xf8ff
const MARK = /[\uE000-\uF8FF]/g

/** Text that is shown nowhere, and tags with their attributes. */
const NOT_SHOWN = /<(title|script|style|textarea|option)\b[^>]*>[\s\S]*?<\/\1\s*>|<[^>]*>/gi

/** Replaces the texts of a document that pages show as they are. */
export type MapText = (
  document: PublicDocument,
  replace: (text: string, path: string) => string,
) => PublicDocument

/** Says of texts on a page from which field of which document they come, in the way that Sanity's overlays read. */
export interface FieldMarks {
  /** The document with a mark behind each of its texts; without, once there are no marks left. */
  mark(document: PublicDocument): PublicDocument
  /** The page with the marks that stand in visible text written out, and without all others. */
  writeOut(html: string): string
}

/** @param studioUrl address of the Studio, in which a click opens the field */
export function createFieldMarks(mapText: MapText, studioUrl: string): FieldMarks {
  const places: { document: PublicDocument; path: string }[] = []

  function next(document: PublicDocument, path: string): string {
    const code = FIRST + places.length
    if (code > LAST) return ''
    places.push({ document, path })
    return String.fromCharCode(code)
  }

  return {
    mark: (document) => mapText(document, (text, path) => `${text}${next(document, path)}`),
    writeOut(html) {
      let shownFrom = 0
      let written = ''
      for (const hidden of html.matchAll(NOT_SHOWN)) {
        written += writeText(html.slice(shownFrom, hidden.index)) + removeMarks(hidden[0])
        shownFrom = hidden.index + hidden[0].length
      }
      return written + writeText(html.slice(shownFrom))
    },
  }

  function writeText(text: string): string {
    return text.replaceAll(MARK, (mark) => {
      const place = places[mark.charCodeAt(0) - FIRST]
      return place === undefined ? '' : encode(place.document, place.path, studioUrl)
    })
  }
}

/** A page, or a part of it, without marks. */
export function removeMarks(html: string): string {
  return html.replaceAll(MARK, '')
}

/** Whether a text has characters that are used as marks. */
export function hasMarks(text: string): boolean {
  return text.search(MARK) !== -1
}

/** Invisible characters that name a field. */
function encode({ _id, _type }: PublicDocument, path: string, studioUrl: string): string {
  const map = {
    documents: [{ _id, _type }],
    paths: [path],
    mappings: {
      "$['text']": { type: 'value', source: { type: 'documentValue', document: 0, path: 0 } },
    },
  } as const
  const config = { enabled: true, studioUrl, filter: () => true }
  const { text } = stegaEncodeSourceMap(
    { text: '-' },
    { ...map, documents: [...map.documents], paths: [path] },
    config,
  )
  return text.slice(1)
}
