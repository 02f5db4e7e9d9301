import { writeDisposition } from './file-name.ts'

/** Who gets an asset: everyone, or this person only. */
export type Audience = 'public' | 'signed-in'

export interface Delivery {
  extension: string
  /** As the asset's document says; not trusted where the extension tells. */
  mimeType: unknown
  originalFilename: unknown
  /** Value of `dl` in the address: save under this name, or the original one when empty. */
  download: string | undefined
  audience: Audience
  /** Whether the bytes depend on the `Accept` header. */
  varies: boolean
}

const IMAGE_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

/** What a browser may show by itself. Everything else is saved, SVG and text too: they could pose as pages. */
const INLINE_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
}

const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

// The browser's own PDF viewer does not open in a sandbox; it runs nothing of the page's origin.
const PDF_POLICY = "frame-ancestors 'self'"

const CACHING = {
  // A day: a picture whose consent is withdrawn should not live on in caches for a year.
  public: 'public, max-age=86400',
  'signed-in': 'private, max-age=3600',
} as const satisfies Record<Audience, string>

/** Headers with which bytes from uploaders are safe to open on the lake's own origin. */
export function describeDelivery(delivery: Delivery): Record<string, string> {
  const { extension, download, audience } = delivery
  const inline = INLINE_TYPES[extension]
  const type = inline ?? IMAGE_TYPES[extension] ?? describeSavedType(delivery.mimeType)
  const kind = inline !== undefined && download === undefined ? 'inline' : 'attachment'
  const name = download || textOf(delivery.originalFilename)
  return {
    'content-type': type,
    'content-disposition': writeDisposition(kind, name, extension),
    'content-security-policy': type === 'application/pdf' ? PDF_POLICY : SANDBOX,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': audience === 'public' ? 'cross-origin' : 'same-origin',
    'cache-control': CACHING[audience],
    vary: ['Cookie', 'Authorization', ...(delivery.varies ? ['Accept'] : [])].join(', '),
  }
}

/** A type that is only saved may be what the document says, unless a browser would run it. */
function describeSavedType(mimeType: unknown): string {
  const type = textOf(mimeType)
  const plain =
    /^(application|audio|video)\/[\w.+-]+$/.test(type) && !/html|xml$|svg|javascript|ecmascript/.test(type)
  if (type === 'text/plain' || plain) return type
  return 'application/octet-stream'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
