import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LakeError } from '../errors.ts'
import { planTransform, type Size, type TransformPlan } from './plan-transform.ts'
import { FITS, MAX_SIDE, readTransformQuery } from './transform-query.ts'

const SOURCE = { width: 400, height: 300 }

function plan(query: string, source: Size = SOURCE): TransformPlan {
  const read = readTransformQuery(Object.fromEntries(new URLSearchParams(query)))
  if (!read) throw new Error('nothing asked for')
  return planTransform(read, source)
}

/** The size of the picture that comes out. */
function resultOf({ extract, resize, crop, extend }: TransformPlan, source: Size): Size {
  const { width, height } = crop ?? resize ?? extract ?? source
  return {
    width: width + (extend ? extend.left + extend.right : 0),
    height: height + (extend ? extend.top + extend.bottom : 0),
  }
}

test.each([
  ['w=200', 200, 150],
  ['h=150', 200, 150],
  ['w=800', 800, 600],
  ['w=800&fit=max', 400, 300],
  ['max-w=800', 400, 300],
  ['max-w=200', 200, 150],
  ['w=300&max-w=200', 200, 150],
  ['w=100&h=100', 100, 75],
  ['w=100&h=100&fit=max', 100, 75],
  ['w=100&h=100&fit=scale', 100, 100],
  ['w=100&fit=scale', 100, 75],
  ['w=100&h=100&fit=crop', 100, 100],
  ['w=800&h=800&fit=crop', 800, 800],
  ['w=100&fit=crop', 100, 75],
  ['w=800&h=800&fit=min', 300, 300],
  ['w=100&h=50&fit=min', 100, 50],
  ['w=100&h=100&fit=fill', 100, 100],
  ['w=800&h=800&fit=fill', 800, 800],
  ['w=800&h=800&fit=fillmax', 800, 800],
  ['w=100&dpr=2', 200, 150],
  ['w=4096&dpr=3', 4096, 3072],
  ['rect=0,0,100,100', 100, 100],
  ['rect=300,200,200,200&w=50&h=50&fit=crop', 50, 50],
  ['fm=webp', 400, 300],
])('?%s of 400×300 gives %d×%d', (query, width, height) => {
  expect(resultOf(plan(query), SOURCE)).toEqual({ width, height })
})

test('cropping keeps the focus in sight and stays inside', () => {
  expect(plan('w=100&h=100&fit=crop').crop).toMatchObject({ left: 17, top: 0 })
  expect(plan('w=100&h=100&fit=crop&crop=left').crop).toMatchObject({ left: 0 })
  expect(plan('w=100&h=100&fit=crop&crop=focalpoint&fp-x=.9&fp-y=0.5').crop).toMatchObject({ left: 33 })
})

test('what fills the space is shared evenly', () => {
  expect(plan('w=100&h=100&fit=fill')).toMatchObject({
    resize: { width: 100, height: 75 },
    extend: { left: 0, right: 0, top: 12, bottom: 13 },
  })
  expect(plan('w=500&h=300&fit=fillmax')).toMatchObject({ resize: null, extend: { left: 50, right: 50 } })
})

test.each([
  'w=0',
  'w=-5',
  'w=4097',
  'w=1e9',
  'w=NaN',
  'w=100px',
  'h=',
  'fit=stretch',
  'fm=svg',
  'fm=../../x',
  'q=101',
  'dpr=9',
  'rect=1,2,3',
  'rect=400,0,10,10',
  'rect=0,0,0,0',
  'rect=-1,0,10,10',
  'bg=red;x',
  'blur=50',
  'crop=entropy',
  'auto=compress',
  'fp-x=2',
])('?%s is refused', (query) => {
  expect(() => plan(query)).toThrow(LakeError)
})

test('a ribbon cannot be blown up without bounds', () => {
  expect(() => plan('w=4096', { width: 1, height: 64_000 })).toThrow(/smaller/)
})

test('parameters of others ask for nothing', () => {
  expect(readTransformQuery({ utm_source: 'vk', dl: 'x.jpg' })).toBeNull()
})

test('every plan stays within the picture and the limits', () => {
  const side = fc.integer({ min: 1, max: MAX_SIDE })
  const request = fc.record({
    w: fc.option(side),
    h: fc.option(side),
    fit: fc.constantFrom(...FITS),
    dpr: fc.constantFrom(1, 2, 3),
    fx: fc.double({ min: 0, max: 1, noNaN: true }),
    source: fc.record({
      width: fc.integer({ min: 1, max: 9_000 }),
      height: fc.integer({ min: 1, max: 7_000 }),
    }),
  })
  fc.assert(
    fc.property(request, ({ w, h, fit, dpr, fx, source }) => {
      const query = new URLSearchParams({ fit, dpr: String(dpr), 'fp-x': fx.toFixed(3) })
      if (w !== null) query.set('w', String(w))
      if (h !== null) query.set('h', String(h))
      const made = attempt(() => plan(query.toString(), source))
      fc.pre(made !== null)
      const canvas = made.resize ?? source
      const crop = made.crop ?? { left: 0, top: 0, ...canvas }
      const exact = w !== null && h !== null && dpr === 1 && ['crop', 'scale', 'fill'].includes(fit)
      const result = resultOf(made, source)
      expect({
        bounded: canvas.width * canvas.height <= Math.max(MAX_SIDE ** 2, source.width * source.height),
        inside: crop.left >= 0 && crop.top >= 0,
        notBeyond: crop.left + crop.width <= canvas.width && crop.top + crop.height <= canvas.height,
        result,
      }).toEqual({
        bounded: true,
        inside: true,
        notBeyond: true,
        result: exact ? { width: w, height: h } : result,
      })
    }),
    { numRuns: 2_000 },
  )
})

function attempt(make: () => TransformPlan): TransformPlan | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof LakeError) return null
    throw error
  }
}
