import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { assetFileName, type AssetName } from './asset-name.ts'
import { uploadTooLarge } from './upload-error.ts'

/** An upload that has arrived whole. */
export interface ReceivedFile {
  path: string
  sha1: string
  size: number
}

/** Where the bytes of assets lie: `images/` and `files/`, each file named by its content and never changed. */
export interface AssetFolder {
  /**
   * Takes a body down to a temporary file.
   * @throws LakeError 413 as soon as more than `maxBytes` have come; nothing is left behind
   */
  receive(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<ReceivedFile>
  /** Puts bytes, or a received file, in their place: durable when done, whole or not at all. */
  keep(name: AssetName, content: Buffer | ReceivedFile): Promise<void>
  discard(received: ReceivedFile): Promise<void>
  /** Where the asset lies if it is there. */
  path(name: AssetName): string
}

/** @param folder created when missing; what an interrupted upload left there is removed */
export async function openAssetFolder(folder: string): Promise<AssetFolder> {
  const incoming = join(folder, 'incoming')
  for (const part of ['images', 'files', 'incoming'])
    await mkdir(join(folder, part), { recursive: true, mode: 0o700 })
  for (const left of await readdir(incoming)) await rm(join(incoming, left))
  const pathOf = (name: AssetName) => join(folder, `${name.kind}s`, assetFileName(name))

  return {
    async receive(body, maxBytes) {
      const path = join(incoming, randomUUID())
      const hash = createHash('sha1')
      let size = 0
      async function* measure() {
        for await (const chunk of body ?? []) {
          size += chunk.length
          if (size > maxBytes) throw uploadTooLarge(maxBytes)
          hash.update(chunk)
          yield chunk
        }
      }
      try {
        await pipeline(measure, createWriteStream(path, { flush: true }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { path, sha1: hash.digest('hex'), size }
    },

    async keep(name, content) {
      const target = pathOf(name)
      if (await touch(target)) return
      const source = Buffer.isBuffer(content)
        ? await writeDurably(join(incoming, randomUUID()), content)
        : content.path
      await rename(source, target)
      await syncFolder(dirname(target))
    },

    discard: (received) => rm(received.path, { force: true }),
    path: pathOf,
  }
}

/** Writes a new file that survives a power cut once this is done. @returns the path */
async function writeDurably(path: string, content: Buffer): Promise<string> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  return path
}

/** Marks the file as young, so that nobody sweeps it up. @returns whether it is there */
async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

/** A rename is durable once its folder is on disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
