import { isRecord, type LakeDocument } from '../documents/document.ts'

type Path = readonly (string | number)[]

/** A part of a document. */
export interface Place {
  document: LakeDocument
  path: Path
}

/** Finds objects and arrays again in the documents that they belong to, by identity. */
export interface DocumentParts {
  find(part: object): Place | undefined
}

export function indexParts(documents: Iterable<LakeDocument>): DocumentParts {
  const places = new Map<object, Place>()
  const add = (value: unknown, document: LakeDocument, path: Path) => {
    if (typeof value !== 'object' || value === null) return
    // A draft shown under its published id shares its parts with the draft itself.
    if (!places.has(value)) places.set(value, { document, path })
    if (Array.isArray(value)) value.forEach((item: unknown, index) => add(item, document, [...path, index]))
    else for (const [key, item] of Object.entries(value)) add(item, document, [...path, key])
  }
  for (const document of documents) add(document, document, [])
  return { find: (part) => places.get(part) }
}

/** @returns undefined where there is nothing */
export function readPart({ document, path }: Place): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return typeof part === 'number' ? value[part] : undefined
    return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined
  }, document)
}

/**
 * The JSON path of a place, as `$['body'][0]['text']`.
 * @param byKey whether items of arrays are told by their `_key`, where they have one: `[?(@._key=='a')]`
 */
export function writePath({ document, path }: Place, byKey: boolean): string {
  const parts = path.map((part, index) => {
    const key =
      byKey && typeof part === 'number' && keyOf(readPart({ document, path: path.slice(0, index + 1) }))
    return typeof key === 'string'
      ? `[?(@._key=='${key.replaceAll(/['\\]/g, String.raw`\$&`)}')]`
      : writeStep(part)
  })
  return `$${parts.join('')}`
}

const ESCAPES: Record<string, string> = {
  '\f': String.raw`\f`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
}

/** One step of a JSON path. */
export function writeStep(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`
  return `['${part.replaceAll(/[\f\n\r\t'\\]/g, (character) => ESCAPES[character] ?? `\\${character}`)}']`
}

function keyOf(value: unknown): string | null {
  return isRecord(value) && typeof value['_key'] === 'string' ? value['_key'] : null
}
