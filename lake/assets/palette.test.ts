import { expect, test } from 'vitest'
import { findPalette } from './palette.ts'

function paint(parts: [number, [number, number, number]][]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap(([count, colour]) => Array.from({ length: count }, () => colour)).flat(),
  )
}

test('finds the colour of most pixels and the lively ones', () => {
  const palette = findPalette(
    paint([
      [90, [240, 240, 235]],
      [6, [220, 30, 30]],
      [4, [20, 60, 40]],
    ]),
  )
  expect(palette.dominant).toEqual({
    _type: 'sanity.imagePaletteSwatch',
    background: '#f0f0eb',
    foreground: '#000',
    title: '#000',
    population: 90,
  })
  expect(palette.vibrant).toMatchObject({ background: '#dc1e1e', foreground: '#fff', population: 6 })
  expect(palette.darkVibrant.background).toBe('#143c28')
})

test.each([
  ['one grey', paint([[10, [128, 128, 128]]]), '#808080'],
  ['no pixels', new Uint8Array(), '#000000'],
])('a picture of %s has that colour for every kind', (_name, pixels, background) => {
  const { _type, ...swatches } = findPalette(pixels)
  expect(new Set(Object.values(swatches).map((swatch) => swatch.background))).toEqual(new Set([background]))
})
