import sharp from 'sharp'
import { findPalette, type Palette } from './palette.ts'
import { MAX_PIXELS, refuseUnreadable, type ReadImage } from './read-image.ts'

/** `metadata` of an image asset document, as Sanity gives it, without place and camera. */
export interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: { _type: 'sanity.imageDimensions'; width: number; height: number; aspectRatio: number }
  hasAlpha: boolean
  isOpaque: boolean
  /** A tiny blurred version to show while the picture loads, as a data URL; not for SVG. */
  lqip?: string
  palette?: Palette
}

const SAMPLE_SIDE = 64
const LQIP_SIDE = 20

/**
 * Looks at a picture that `readImage` has let through, all of it.
 * @throws LakeError 400 when it is cut off or damaged behind its header
 */
export async function describeImage(image: ReadImage): Promise<ImageMetadata> {
  const { width, height } = image
  const dimensions = { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height } as const
  if (image.extension === 'svg') {
    return { _type: 'sanity.imageMetadata', dimensions, hasAlpha: true, isOpaque: false }
  }
  const source = sharp(image.bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
  const sample = await source
    .resize({ width: SAMPLE_SIDE, height: SAMPLE_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer()
    .catch((error: unknown) => {
      throw refuseUnreadable(error)
    })
  const { hasAlpha } = await sharp(sample).metadata()
  return {
    _type: 'sanity.imageMetadata',
    dimensions,
    hasAlpha,
    isOpaque: !hasAlpha || (await sharp(sample).stats()).isOpaque,
    lqip: await createLqip(sample, hasAlpha),
    palette: findPalette(await sharp(sample).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer()),
  }
}

async function createLqip(sample: Buffer, hasAlpha: boolean): Promise<string> {
  const small = sharp(sample).resize({ width: LQIP_SIDE })
  const [type, encoded] = hasAlpha ? ['png', small.png()] : ['jpeg', small.jpeg({ quality: 60 })]
  return `data:image/${type};base64,${(await encoded.toBuffer()).toString('base64')}`
}
