import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import type { LakeError } from '../errors.ts'
import { carriesMetadata } from './private-metadata.ts'
import { sanitizeSvg } from './sanitize-svg.ts'
import { uploadRefused } from './upload-error.ts'

/** More is a decompression bomb, or a photo that no screen needs. */
export const MAX_PIXELS = 64_000_000

const MAX_SVG_BYTES = 5 * 1024 * 1024

const FORMATS = {
  jpg: { sharpName: 'jpeg', mimeType: 'image/jpeg' },
  png: { sharpName: 'png', mimeType: 'image/png' },
  webp: { sharpName: 'webp', mimeType: 'image/webp' },
  gif: { sharpName: 'gif', mimeType: 'image/gif' },
  avif: { sharpName: 'heif', mimeType: 'image/avif' },
} as const

type RasterExtension = keyof typeof FORMATS

/** A picture that is safe to keep and to show. `width` and `height` are as seen, after any rotation. */
export interface ReadImage {
  bytes: Buffer
  extension: RasterExtension | 'svg'
  mimeType: string
  width: number
  height: number
}

/**
 * Checks an uploaded picture and takes out what is private or active: metadata of photos (place, time, device),
 * scripts and links of SVG. A picture without such things is kept byte for byte, so that export and import of it
 * give the same asset.
 * @throws LakeError 400 with a Russian message when it is no picture that can be shown
 */
export async function readImage(bytes: Buffer): Promise<ReadImage> {
  const detected = await fileTypeFromBuffer(bytes)
  const extension = Object.keys(FORMATS).find((name) => name === detected?.ext)
  if (isRaster(extension)) return readRaster(bytes, extension)
  if (detected === undefined || detected.mime === 'application/xml') {
    if (bytes.length > MAX_SVG_BYTES) throw uploadRefused('Рисунок SVG больше 5 МБ. Сохраните его как PNG.')
    const { text, width, height } = sanitizeSvg(bytes.toString('utf8'))
    return { bytes: Buffer.from(text), extension: 'svg', mimeType: 'image/svg+xml', width, height }
  }
  throw uploadRefused(
    `Картинки такого вида (${detected.ext}) браузеры не показывают. Сохраните её как JPEG или PNG и загрузите снова.`,
  )
}

function isRaster(extension: string | undefined): extension is RasterExtension {
  return extension !== undefined && extension in FORMATS
}

async function readRaster(bytes: Buffer, extension: RasterExtension): Promise<ReadImage> {
  const { sharpName, mimeType } = FORMATS[extension]
  const header = await readHeader(bytes, sharpName)
  const clean = needsCleaning(bytes, extension, header) ? await redraw(bytes, extension) : bytes
  const { width, height } = clean === bytes ? header : await readHeader(clean, sharpName)
  return { bytes: clean, extension, mimeType, width, height }
}

interface Header {
  width: number
  height: number
  hasMetadata: boolean
}

async function readHeader(bytes: Buffer, sharpName: string): Promise<Header> {
  const header = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .metadata()
    .catch((error: unknown) => {
      throw refuseUnreadable(error)
    })
  // The library looks for itself: a file that it takes for something else is made to deceive.
  if (header.format !== sharpName) throw refuseUnreadable()
  const frames = header.pages ?? 1
  const height = header.pageHeight ?? header.height
  if (header.width * height * frames > MAX_PIXELS) throw refuseUnreadable()
  const hasMetadata = Boolean(header.exif ?? header.xmp ?? header.iptc ?? header.orientation)
  return { width: header.width, height, hasMetadata }
}

function needsCleaning(bytes: Buffer, extension: RasterExtension, header: Header): boolean {
  if (extension === 'gif' || extension === 'avif') return header.hasMetadata
  return header.hasMetadata || carriesMetadata(bytes, extension)
}

/** Draws the picture anew, turned as the camera meant it, with nothing but its colour profile. */
async function redraw(bytes: Buffer, extension: RasterExtension): Promise<Buffer> {
  const animated = extension === 'gif' || extension === 'webp'
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, animated, failOn: 'error' })
    .autoOrient()
    .keepIccProfile()
  const drawn = {
    jpg: () => image.jpeg({ quality: 92 }),
    png: () => image.png(),
    webp: () => image.webp({ quality: 92 }),
    gif: () => image.gif(),
    avif: () => image.avif({ quality: 70, effort: 3 }),
  } as const satisfies Record<RasterExtension, () => Sharp>
  return drawn[extension]()
    .toBuffer()
    .catch((error: unknown) => {
      throw refuseUnreadable(error)
    })
}

/** What to say to the uploader when a picture cannot be decoded. */
export function refuseUnreadable(error?: unknown): LakeError {
  if (error instanceof Error && /exceeds pixel limit/.test(error.message)) {
    return uploadRefused(
      `Картинка больше ${MAX_PIXELS / 1_000_000} мегапикселей. Уменьшите её и загрузите снова.`,
    )
  }
  return uploadRefused(
    'Картинку не удалось прочитать: файл повреждён или это не картинка. Сохраните её заново.',
  )
}
