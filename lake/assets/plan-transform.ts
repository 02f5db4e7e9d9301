import { invalidRequest } from '../errors.ts'
import { MAX_SIDE, type TransformQuery } from './transform-query.ts'

export interface Size {
  width: number
  height: number
}

interface Rect extends Size {
  left: number
  top: number
}

/** The steps that make the picture, in this order; null where there is nothing to do. All in whole pixels. */
export interface TransformPlan {
  extract: Rect | null
  resize: Size | null
  crop: Rect | null
  extend: { top: number; bottom: number; left: number; right: number } | null
}

const MAX_RESULT_PIXELS = MAX_SIDE * MAX_SIDE

/**
 * Works out how to get from a picture to the one that is asked for.
 * @throws LakeError 400 for a `rect` outside of the picture or a result that would be too large
 */
export function planTransform(query: TransformQuery, source: Size): TransformPlan {
  const extract = query.rect ? clipRect(query.rect, source) : null
  const region = extract ?? source
  const box = shrinkBox(region, findBox(query))
  const shape = SHAPES[box.fit](region, box)
  if (shape.resize.width * shape.resize.height > MAX_RESULT_PIXELS) {
    throw invalidRequest(
      `The picture would have more than ${MAX_RESULT_PIXELS} pixels: ask for a smaller one`,
    )
  }
  return {
    extract,
    resize: sameSize(shape.resize, region) ? null : shape.resize,
    crop: shape.canvas === 'crop' ? cropAround(query.focus, shape.resize, box) : null,
    extend: shape.canvas === 'extend' ? extendTo(shape.resize, box) : null,
  }
}

/** The bounds asked for; a missing side is free. */
interface Box {
  width?: number
  height?: number
  fit: TransformQuery['fit']
}

interface Shape {
  resize: Size
  /** What happens to the resized picture to fill both sides of the box. */
  canvas: 'crop' | 'extend' | null
}

const SHAPES: Record<Box['fit'], (region: Size, box: Box) => Shape> = {
  clip: (region, box) => ({ resize: scaleBy(region, insideScale(region, box)), canvas: null }),
  max: (region, box) => ({ resize: scaleBy(region, Math.min(1, insideScale(region, box))), canvas: null }),
  scale: (region, box) => {
    const free = scaleBy(region, insideScale(region, box))
    return { resize: { width: box.width ?? free.width, height: box.height ?? free.height }, canvas: null }
  },
  fill: (region, box) => ({ ...SHAPES.clip(region, box), canvas: 'extend' }),
  fillmax: (region, box) => ({ ...SHAPES.max(region, box), canvas: 'extend' }),
  crop: (region, box) => ({ resize: cover(region, box), canvas: 'crop' }),
  min: (region, box) => ({ resize: cover(region, box), canvas: 'crop' }),
}

/** With `min` a box that is larger than the picture shrinks in proportion until the picture covers it. */
function shrinkBox(region: Size, box: Box): Box {
  if (box.fit !== 'min') return box
  const shrink = Math.min(1, region.width / (box.width ?? 1), region.height / (box.height ?? 1))
  const side = (length: number | undefined) =>
    length === undefined ? undefined : atLeastOne(length * shrink)
  return { ...box, width: side(box.width), height: side(box.height) }
}

function findBox(query: TransformQuery): Box {
  const { width, height, maxWidth, maxHeight, fit, dpr } = query
  const logical = { width: smaller(width, maxWidth), height: smaller(height, maxHeight) }
  const density = Math.min(dpr, MAX_SIDE / Math.max(logical.width ?? 1, logical.height ?? 1))
  const side = (length: number | undefined) =>
    length === undefined ? undefined : atLeastOne(length * density)
  const onlyMost = width === undefined && height === undefined && fit === 'clip'
  return { width: side(logical.width), height: side(logical.height), fit: onlyMost ? 'max' : fit }
}

function insideScale(region: Size, box: Box): number {
  const scales = [
    box.width === undefined ? null : box.width / region.width,
    box.height === undefined ? null : box.height / region.height,
  ].filter((scale) => scale !== null)
  return scales.length === 0 ? 1 : Math.min(...scales)
}

function cover(region: Size, box: Box): Size {
  const scale = Math.max((box.width ?? 0) / region.width, (box.height ?? 0) / region.height)
  const { width, height } = scaleBy(region, scale === 0 ? 1 : scale)
  return { width: Math.max(width, box.width ?? 1), height: Math.max(height, box.height ?? 1) }
}

function cropAround(focus: { x: number; y: number }, size: Size, box: Box): Rect | null {
  const width = box.width ?? size.width
  const height = box.height ?? size.height
  if (sameSize(size, { width, height })) return null
  return {
    left: startOf(focus.x, size.width, width),
    top: startOf(focus.y, size.height, height),
    width,
    height,
  }
}

/** Where a part begins whose middle is at the fraction `at` of the whole, as near as it fits. */
function startOf(at: number, whole: number, part: number): number {
  return Math.round(Math.min(Math.max(at * whole - part / 2, 0), whole - part))
}

function extendTo(size: Size, box: Box): TransformPlan['extend'] {
  const across = Math.max(0, (box.width ?? size.width) - size.width)
  const down = Math.max(0, (box.height ?? size.height) - size.height)
  if (across === 0 && down === 0) return null
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)]
  return { left, right: across - left, top, bottom: down - top }
}

function clipRect(rect: Rect, { width, height }: Size): Rect | null {
  const clipped = {
    left: rect.left,
    top: rect.top,
    width: Math.min(rect.width, width - rect.left),
    height: Math.min(rect.height, height - rect.top),
  }
  if (clipped.width < 1 || clipped.height < 1) {
    throw invalidRequest(`"rect" lies outside of the picture, which is ${width}×${height}`)
  }
  return sameSize(clipped, { width, height }) ? null : clipped
}

function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: atLeastOne(width * scale), height: atLeastOne(height * scale) }
}

function smaller(asked: number | undefined, most: number | undefined): number | undefined {
  return asked === undefined ? most : Math.min(asked, most ?? asked)
}

function sameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}

function atLeastOne(length: number): number {
  return Math.max(1, Math.round(length))
}
