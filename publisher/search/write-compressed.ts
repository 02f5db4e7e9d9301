import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const WORTH_COMPRESSING = 860
/** These files are small and many. */
const BROTLI_QUALITY = 6

/** Compressed copies of a text by suffix. */
export function compressCopies(text: string): [suffix: '.br' | '.gz', bytes: Buffer][] {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
  return [
    ['.br', brotliCompressSync(text, { params })],
    ['.gz', gzipSync(text)],
  ]
}

/** Writes a file of the search, with compressed copies beside it when that is worth it. */
export async function writeCompressed(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
  if (Buffer.byteLength(text) < WORTH_COMPRESSING) return
  for (const [suffix, bytes] of compressCopies(text)) await writeFile(file + suffix, bytes)
}
