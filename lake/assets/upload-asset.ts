import { readFile } from 'node:fs/promises'
import type { Identity } from '../access/identity.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { Gate } from '../limits/gate.ts'
import type { Commit } from '../mutations/commit.ts'
import type { IdentifiedStub } from '../mutations/mutation.ts'
import { hash } from 'node:crypto'
import type { AssetFolder, ReceivedFile } from './asset-folder.ts'
import { assetFileName, assetId, type AssetKind, type AssetName } from './asset-name.ts'
import { describeImage } from './describe-image.ts'
import { detectContentType } from './detect-type.ts'
import { readImage, type ReadImage } from './read-image.ts'
import { uploadRefused } from './upload-error.ts'

/** What the uploader says about an asset; all of it may be missing. */
export interface AssetDescription {
  originalFilename?: string
  label?: string
  title?: string
  description?: string
  creditLine?: string
  source?: { id?: string; name?: string; url?: string }
}

export interface UploadDeps {
  folder: AssetFolder
  commit: Commit
  gate: Gate
  projectId: string
  dataset: string
  limits: Record<AssetKind, number>
}

export interface Upload {
  kind: AssetKind
  body: ReadableStream<Uint8Array> | null
  description: AssetDescription
  identity: Identity
  /** Origin of the addresses that the document gives. */
  origin: string
}

const PROGRAMS = new Set('exe dll elf macho apk jar class msi deb rpm lnk cab crx com'.split(' '))

// Photos as telephones, cameras and scanners keep them, with the place in them, which cannot be taken out here.
const UNCLEANABLE_PHOTOS = new Set(
  'heic heif arw cr2 cr3 dng nef orf raf rw2 tif apng jp2 jpx jpm jxl jxr psd'.split(' '),
)

const PHOTOS = new Set(['jpg', 'png', 'webp', 'gif', 'avif'])

/**
 * Keeps an uploaded file and its document. The bytes are durable before the document is committed. The same content
 * uploaded again gives the document that is there.
 * @throws LakeError 400 or 413 with a Russian message when the content cannot be kept
 */
export async function uploadAsset(upload: Upload, deps: UploadDeps): Promise<LakeDocument> {
  const received = await deps.folder.receive(upload.body, deps.limits[upload.kind])
  try {
    if (received.size === 0) throw uploadRefused('Файл пуст. Проверьте его и загрузите снова.')
    const stub =
      upload.kind === 'image'
        ? await keepImage(received, upload, deps)
        : await keepFile(received, upload, deps)
    const document = await keepDocument(stub, upload.identity, deps.commit)
    if (!document) throw new Error(`No document came of the asset ${stub._id}`)
    return document
  } finally {
    await deps.folder.discard(received)
  }
}

/**
 * Everyone who may upload may write the asset's document. Somebody who does not see the one that is there, as it stands
 * in what is not theirs, becomes one of its authors by writing it again as it is.
 */
async function keepDocument(
  stub: IdentifiedStub,
  identity: Identity,
  commit: Commit,
): Promise<LakeDocument | null> {
  const isAuthorized = true
  const { results } = await commit([{ createIfNotExists: stub }], identity, { isAuthorized })
  const [kept] = results
  if (kept?.operation !== 'none' || kept.document !== null) return kept?.document ?? null
  const again = await commit([{ patch: { id: stub._id, set: {} } }], identity, { isAuthorized })
  return again.results[0]?.document ?? null
}

async function keepImage(received: ReceivedFile, upload: Upload, deps: UploadDeps): Promise<IdentifiedStub> {
  return deps.gate.run(async () => {
    const image = await readImage(await readFile(received.path))
    const metadata = await describeImage(image)
    const { width, height, extension } = image
    const name = { kind: 'image', sha1: hash('sha1', image.bytes), width, height, extension } as const
    await deps.folder.keep(name, image.bytes)
    return { ...writeStub(name, image.mimeType, image.bytes.length, upload, deps), metadata }
  })
}

async function keepFile(received: ReceivedFile, upload: Upload, deps: UploadDeps): Promise<IdentifiedStub> {
  const type = await detectContentType(received.path, upload.description.originalFilename ?? '')
  if (PROGRAMS.has(type.extension)) {
    throw uploadRefused('Программы загружать нельзя. Если это архив с документами, сохраните его как ZIP.')
  }
  if (UNCLEANABLE_PHOTOS.has(type.extension)) {
    throw uploadRefused(
      'В таком снимке могут остаться место и время съёмки. Сохраните его как JPEG и загрузите снова.',
    )
  }
  if (PHOTOS.has(type.extension)) {
    const image = await deps.gate.run(() => readPhoto(received, deps.limits.image))
    const name = { kind: 'file', sha1: hash('sha1', image.bytes), extension: image.extension } as const
    await deps.folder.keep(name, image.bytes)
    return writeStub(name, image.mimeType, image.bytes.length, upload, deps)
  }
  const name = { kind: 'file', sha1: received.sha1, extension: type.extension } as const
  await deps.folder.keep(name, received)
  return writeStub(name, type.mimeType, received.size, upload, deps)
}

async function readPhoto(received: ReceivedFile, maxBytes: number): Promise<ReadImage> {
  if (received.size > maxBytes) throw uploadRefused('Снимок слишком велик. Уменьшите его и загрузите снова.')
  return readImage(await readFile(received.path))
}

function writeStub(
  name: AssetName,
  mimeType: string,
  size: number,
  { kind, description, origin }: Upload,
  { projectId, dataset }: UploadDeps,
): IdentifiedStub {
  const path = `${kind}s/${projectId}/${dataset}/${assetFileName(name)}`
  const { source, ...told } = description
  return {
    _id: assetId(name),
    _type: `sanity.${kind}Asset`,
    assetId: name.sha1,
    sha1hash: name.sha1,
    extension: name.extension,
    mimeType,
    size,
    path,
    url: `${origin}/${path}`,
    ...told,
    ...(source ? { source: { _type: 'sanity.assetSourceData', ...source } } : {}),
  }
}
