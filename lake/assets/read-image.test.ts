import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { LakeError } from '../errors.ts'
import { carriesMetadata } from './private-metadata.ts'
import { readImage } from './read-image.ts'

const GPS = {
  IFD0: { Copyright: 'Иванов И. И.' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 27/1 0/1' },
}

function draw(width = 80, height = 60): Sharp {
  const left = { create: { width: width / 2, height, channels: 3, background: '#c00' } } as const
  return sharp({ create: { width, height, channels: 3, background: '#08c' } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

const FORMATS = [
  ['jpg', (image: Sharp) => image.jpeg(), 'image/jpeg'],
  ['png', (image: Sharp) => image.png(), 'image/png'],
  ['webp', (image: Sharp) => image.webp(), 'image/webp'],
  ['avif', (image: Sharp) => image.avif({ effort: 0 }), 'image/avif'],
] as const

test.each(FORMATS)('%s without metadata is kept byte for byte', async (extension, encode, mimeType) => {
  const bytes = await encode(draw()).toBuffer()
  expect(await readImage(bytes)).toEqual({ bytes, extension, mimeType, width: 80, height: 60 })
})

test.each(FORMATS)('%s loses where and by whom it was taken, once and for all', async (extension, encode) => {
  const bytes = await encode(draw().withExif(GPS)).toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const once = await readImage(bytes)
  expect(await sharp(once.bytes).metadata()).not.toHaveProperty('exif')
  expect(once.bytes.includes('GPS')).toBe(false)
  expect(once.extension).toBe(extension)
  expect((await readImage(once.bytes)).bytes.equals(once.bytes)).toBe(true)
})

test('a photo taken upright stays upright without its orientation mark', async () => {
  const bytes = await draw().jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const read = await readImage(bytes)
  expect([read.width, read.height]).toEqual([60, 80])
  const { data } = await sharp(read.bytes).extract({ left: 30, top: 5, width: 1, height: 1 }).raw().toBuffer({
    resolveWithObject: true,
  })
  expect(data[0]).toBeGreaterThan(150)
})

test('an animation stays an animation', async () => {
  const frames = [draw(), draw().negate()].map((frame) => frame.png().toBuffer())
  const gif = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer()
  expect(await readImage(gif)).toMatchObject({ extension: 'gif', width: 80, height: 60 })
  const webp = await sharp(gif, { animated: true }).webp().withExif(GPS).toBuffer()
  expect((await sharp((await readImage(webp)).bytes).metadata()).pages).toBe(2)
})

test('a comment, a trailer and a foreign segment count as metadata', async () => {
  const jpg = await draw().jpeg().toBuffer()
  const png = await draw().png().toBuffer()
  const webp = await draw().webp().toBuffer()
  const comment = Buffer.concat([
    jpg.subarray(0, 2),
    Buffer.from('fffe0006', 'hex'),
    Buffer.from('дом'.slice(0, 2)),
    jpg.subarray(2),
  ])
  expect(carriesMetadata(jpg, 'jpg')).toBe(false)
  expect(carriesMetadata(comment, 'jpg')).toBe(true)
  expect(carriesMetadata(Buffer.concat([jpg, Buffer.from('<script>')]), 'jpg')).toBe(true)
  expect(carriesMetadata(jpg.subarray(0, -2), 'jpg')).toBe(true)
  expect(carriesMetadata(png, 'png')).toBe(false)
  expect(carriesMetadata(Buffer.concat([png, Buffer.from('PK\u0003\u0004')]), 'png')).toBe(true)
  expect(carriesMetadata(webp, 'webp')).toBe(false)
  expect(carriesMetadata(Buffer.concat([webp, Buffer.from('xx')]), 'webp')).toBe(true)
})

test.each(['jpg', 'png', 'webp'] as const)('what hides behind a %s is gone', async (extension) => {
  const encode = FORMATS.find(([name]) => name === extension)?.[1] ?? FORMATS[0][1]
  const polyglot = Buffer.concat([
    await encode(draw()).toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\u0003\u0004'),
  ])
  const { bytes } = await readImage(polyglot)
  expect(bytes.includes('<script>')).toBe(false)
})

test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['plain text', () => Buffer.from('не картинка')],
  ['nothing', () => Buffer.alloc(0)],
  ['PDF', () => Buffer.from('%PDF-1.7')],
  ['TIFF', () => draw().tiff().toBuffer()],
  ['only the signature of a PNG', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a PNG whose header promises 100,000 × 100,000 pixels', () => bombPng(100_000, 100_000)],
  ['a bomb of 8,000 × 8,001 pixels', () => draw(8_000, 8_001).png().toBuffer()],
])('refuses %s with a word in Russian', async (_name, make) => {
  const attempt = readImage(await make())
  await expect(attempt).rejects.toBeInstanceOf(LakeError)
  await expect(attempt).rejects.toThrow(/[а-я]/)
})

/** A PNG that says it is huge, in 67 bytes. */
function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header.set([8, 6, 0, 0, 0], 16)
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    header,
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ])
}
