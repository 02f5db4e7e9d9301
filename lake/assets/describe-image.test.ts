import sharp from 'sharp'
import { expect, test } from 'vitest'
import { describeImage } from './describe-image.ts'
import { readImage } from './read-image.ts'

function draw(background: string, channels: 3 | 4) {
  return sharp({ create: { width: 120, height: 90, channels, background } })
}

test('an opaque photo has its size, colours and a preview', async () => {
  const metadata = await describeImage(await readImage(await draw('#cc2020', 3).jpeg().toBuffer()))
  expect(metadata).toMatchObject({
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width: 120, height: 90, aspectRatio: 120 / 90 },
    hasAlpha: false,
    isOpaque: true,
    palette: { dominant: { population: 100, foreground: '#fff' } },
  })
  expect(metadata.lqip).toMatch(/^data:image\/jpeg;base64,/)
  expect(metadata.lqip?.length).toBeLessThan(1_500)
})

test.each([
  ['#cc202080', false],
  ['#cc2020ff', true],
])('transparency of %s is told: opaque %s', async (background, isOpaque) => {
  const metadata = await describeImage(await readImage(await draw(background, 4).png().toBuffer()))
  expect(metadata).toMatchObject({ hasAlpha: true, isOpaque })
  expect(metadata.lqip).toMatch(/^data:image\/png;base64,/)
})

test('an SVG has a size only', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>')
  expect(await describeImage(await readImage(svg))).toEqual({
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width: 40, height: 20, aspectRatio: 2 },
    hasAlpha: true,
    isOpaque: false,
  })
})

test('a photo that is cut off is refused', async () => {
  const whole = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#08c' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const image = {
    bytes: whole.subarray(0, whole.length / 2),
    extension: 'png',
    mimeType: 'image/png',
  } as const
  await expect(describeImage({ ...image, width: 400, height: 400 })).rejects.toThrow(/повреждён/)
})
