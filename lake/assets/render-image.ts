import sharp, { type Sharp } from 'sharp'
import type { TransformPlan } from './plan-transform.ts'
import { MAX_PIXELS } from './read-image.ts'
import type { OutputFormat, TransformQuery } from './transform-query.ts'

/** How the result is written. */
export interface Output {
  format: OutputFormat
  quality: number
  progressive: boolean
  background?: string
  flip: TransformQuery['flip']
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 } as const

/** Draws the picture that a plan describes. @param path of an image that `readImage` has let through */
export async function renderImage(path: string, plan: TransformPlan, output: Output): Promise<Buffer> {
  const moves =
    (output.format === 'gif' || output.format === 'webp') && !plan.extract && !plan.crop && !plan.extend
  const image = sharp(path, { limitInputPixels: MAX_PIXELS, animated: moves, sequentialRead: true })
  if (plan.extract) image.extract(plan.extract)
  if (plan.resize) image.resize({ ...plan.resize, fit: 'fill' })
  if (plan.crop) image.extract(plan.crop)
  if (plan.extend) image.extend({ ...plan.extend, background: output.background ?? CLEAR })
  if (output.flip.vertically) image.flip()
  if (output.flip.horizontally) image.flop()
  if (output.format === 'jpg' || output.background) image.flatten({ background: output.background ?? '#fff' })
  return encode(image, output).toBuffer()
}

function encode(image: Sharp, { format, quality, progressive }: Output): Sharp {
  // Quality 0 is what Sanity accepts and sharp does not.
  const options = { quality: Math.max(1, quality) } as const
  switch (format) {
    case 'jpg':
      return image.jpeg({ ...options, progressive, mozjpeg: false })
    case 'png':
      return image.png({ progressive })
    case 'webp':
      return image.webp(options)
    case 'avif':
      return image.avif({ ...options, effort: 2 })
    case 'gif':
      return image.gif()
    default:
      return format satisfies never
  }
}
