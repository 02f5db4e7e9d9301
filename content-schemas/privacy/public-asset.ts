import type { LakeDocument } from '../documents/content-document.ts'

/** What a page needs to show a picture or offer a file; names of files and people, places and cameras are not in it. */
const PUBLIC_FIELDS = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  'assetId',
  'sha1hash',
  'extension',
  'mimeType',
  'size',
  'path',
  'url',
  'metadata',
])
const PUBLIC_METADATA = new Set([
  '_type',
  'dimensions',
  'lqip',
  'blurHash',
  'thumbHash',
  'palette',
  'hasAlpha',
  'isOpaque',
])

/** Whether a document describes an uploaded picture or file. */
export function isAsset(document: LakeDocument): boolean {
  return document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
}

/** An asset without what its uploader and camera wrote into it. */
export function toPublicAsset(asset: LakeDocument): LakeDocument {
  const { metadata } = asset
  return {
    ...pick(asset, PUBLIC_FIELDS),
    _id: asset._id,
    _type: asset._type,
    ...(typeof metadata === 'object' && metadata !== null
      ? { metadata: pick(metadata, PUBLIC_METADATA) }
      : {}),
  }
}

function pick(value: object, fields: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([field]) => fields.has(field)))
}
