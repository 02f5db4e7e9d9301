import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { LakeDocument } from '#content/documents/content-document.ts'

const folder = new URL('../../examples/', import.meta.url)
const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() })

/** The documents of `content.ndjson`, in its order. */
export function readContentDocuments(): LakeDocument[] {
  return readFileSync(new URL('content.ndjson', folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => documentSchema.parse(JSON.parse(line)))
}

/**
 * Bytes of a file of the examples, e.g. of `./images/krug.webp`.
 * @throws when there is no such file
 */
export function sizeOfExampleFile(path: string): number {
  return statSync(new URL(path, folder)).size
}

/** A document as the lake holds it after `@sanity/import`: with system fields, its files uploaded. */
export function landDocument(document: LakeDocument): LakeDocument {
  return documentSchema.parse({
    _createdAt: '2026-11-21T09:00:00Z',
    _updatedAt: '2026-11-21T09:00:00Z',
    _rev: 'example',
    ...z.looseObject({}).parse(landAssets(document)),
  })
}

/** Every string inside a value with its path, fields named in `except` left out. */
export function listStrings(
  value: unknown,
  except: readonly string[] = [],
  path = '',
): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([field]) => !except.includes(field))
    .flatMap(([field, item]) => listStrings(item, except, path === '' ? field : `${path}.${field}`))
}

const assetFields = z.looseObject({
  _sanityAsset: z.templateLiteral([z.enum(['image', 'file']), '@file://', z.string()]),
})

function landAssets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(landAssets)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([field, item]) => [field, landAssets(item)])
  const asset = assetFields.safeParse(value)
  if (!asset.success) return Object.fromEntries(fields)
  const kind = asset.data._sanityAsset.startsWith('image')
    ? 'image-0123abc-1200x675-webp'
    : 'file-0123abc-docx'
  return {
    ...Object.fromEntries(fields.filter(([field]) => field !== '_sanityAsset')),
    asset: { _type: 'reference', _ref: kind },
  }
}
