import sharp from 'sharp'
import { type Cover, drawCover } from '../views/cover-picture/draw-cover.ts'

/** The picture of a page; 404 when it has none. */
export async function respondCover(cover: Cover | null): Promise<Response> {
  if (cover === null) return new Response(null, { status: 404 })
  const picture = await sharp(Buffer.from(drawCover(cover)))
    .png()
    .toBuffer()
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } })
}
