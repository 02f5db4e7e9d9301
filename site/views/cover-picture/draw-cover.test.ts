import sharp from 'sharp'
import { expect, test } from 'vitest'
import { COVER_SIZE, drawCover } from './draw-cover.ts'

const cover = { title: 'Заречная область', about: 'Кто что обещал и сделал', site: 'Копилка' }
const LONG = 'Муниципальное бюджетное общеобразовательное учреждение '.repeat(6)

/** How much of a strip of the picture is not paper, 0–1. */
async function inkIn(svg: string, area: { left: number; top: number; width: number; height: number }) {
  const { data } = await sharp(Buffer.from(svg))
    .extract(area)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / data.length
}

test('the picture has the size of links and its words drawn as outlines', async () => {
  const svg = drawCover(cover)
  expect(svg).not.toContain('<text')
  const { width, height } = await sharp(Buffer.from(svg)).metadata()
  expect({ width, height }).toEqual(COVER_SIZE)
  expect(await inkIn(svg, { left: 60, top: 160, width: 1100, height: 200 })).toBeGreaterThan(0.02)
})

test.each([
  ['a long title', { ...cover, title: LONG }],
  ['a word longer than a line', { ...cover, title: 'А'.repeat(20) + '\u00A0' + 'Б'.repeat(20) }],
])('%s stays inside the picture', async (_, given) => {
  const svg = drawCover(given)
  expect(await inkIn(svg, { left: 1180, top: 0, width: 20, height: 630 })).toBe(0)
  expect(await inkIn(svg, { left: 40, top: 610, width: 1100, height: 20 })).toBe(0)
})
