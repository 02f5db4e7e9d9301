import { z } from 'zod'
import { invalidRequest } from '../errors.ts'

/** The largest width or height that may be asked for, in pixels. */
export const MAX_SIDE = 4_096

export const FITS = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
export const OUTPUT_FORMATS = ['jpg', 'png', 'webp', 'gif', 'avif'] as const

type Fit = (typeof FITS)[number]
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

// Known to Sanity and not done here: better an error than a picture that nobody meant.
const UNSUPPORTED = ['blur', 'frame', 'invert', 'min-h', 'min-w', 'or', 'pad', 'sat', 'sharp']

const CROP_FOCUS = {
  center: { x: 0.5, y: 0.5 },
  focalpoint: { x: 0.5, y: 0.5 },
  top: { x: 0.5, y: 0 },
  bottom: { x: 0.5, y: 1 },
  left: { x: 0, y: 0.5 },
  right: { x: 1, y: 0.5 },
} as const

const number = z
  .string()
  .regex(/^(\d+(\.\d+)?|\.\d+)$/)
  .transform(Number)
const side = number.transform(Math.round).pipe(z.number().min(1).max(MAX_SIDE))
const fraction = number.pipe(z.number().max(1))

const rect = z
  .string()
  .regex(/^\d{1,5}(,\d{1,5}){3}$/)
  .transform((text) => {
    const [left = 0, top = 0, width = 0, height = 0] = text.split(',').map(Number)
    return { left, top, width, height }
  })

const transformQuery = z.object({
  w: side.optional(),
  h: side.optional(),
  'max-w': side.optional(),
  'max-h': side.optional(),
  fit: z.enum(FITS).default('clip'),
  rect: rect.optional(),
  fm: z.enum([...OUTPUT_FORMATS, 'pjpg']).optional(),
  q: number.transform(Math.round).pipe(z.number().max(100)).default(75),
  auto: z.literal('format').optional(),
  dpr: number.pipe(z.number().min(0.5).max(3)).default(1),
  bg: z
    .string()
    .regex(/^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i)
    .optional(),
  crop: z.enum(['center', 'focalpoint', 'top', 'bottom', 'left', 'right']).default('center'),
  'fp-x': fraction.optional(),
  'fp-y': fraction.optional(),
  flip: z.enum(['h', 'v', 'hv']).optional(),
})

/** What an image address asks for, in pixels of the result. */
export interface TransformQuery {
  width?: number
  height?: number
  maxWidth?: number
  maxHeight?: number
  fit: Fit
  rect?: { left: number; top: number; width: number; height: number }
  format?: OutputFormat
  progressive: boolean
  /** 0 to 100. */
  quality: number
  autoFormat: boolean
  dpr: number
  /** Like `#rrggbb`. */
  background?: string
  /** The point, as fractions of the picture, that cropping keeps. */
  focus: { x: number; y: number }
  flip: { horizontally: boolean; vertically: boolean }
}

/**
 * Reads the query of an image address. Parameters that mean nothing here are passed over.
 * @returns null when nothing is asked for
 * @throws LakeError 400 for values out of range and for transformations that are not supported
 * @see https://www.sanity.io/docs/image-urls
 */
export function readTransformQuery(parameters: Record<string, string>): TransformQuery | null {
  const unsupported = UNSUPPORTED.filter((name) => name in parameters)
  if (unsupported.length > 0)
    throw invalidRequest(`Image parameters not supported here: ${unsupported.join(', ')}`)
  const read = transformQuery.safeParse(parameters)
  if (!read.success) throw invalidRequest(`Image parameters are wrong. ${z.prettifyError(read.error)}`)
  if (!Object.keys(transformQuery.shape).some((name) => name in parameters)) return null

  const { w, h, fit, q, auto, dpr, bg, crop, flip = '', fm } = read.data
  return {
    width: w,
    height: h,
    maxWidth: read.data['max-w'],
    maxHeight: read.data['max-h'],
    fit,
    rect: read.data.rect,
    format: fm === 'pjpg' ? 'jpg' : fm,
    progressive: fm === 'pjpg',
    quality: q,
    autoFormat: auto === 'format',
    dpr,
    background: bg === undefined ? undefined : `#${bg}`,
    focus: { x: read.data['fp-x'] ?? CROP_FOCUS[crop].x, y: read.data['fp-y'] ?? CROP_FOCUS[crop].y },
    flip: { horizontally: flip.includes('h'), vertically: flip.includes('v') },
  }
}
