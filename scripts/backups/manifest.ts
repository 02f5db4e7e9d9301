import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { CommandError } from '../command-line.ts'

export const MANIFEST = 'manifest.json'

const manifestSchema = z.object({
  format: z.literal('kopilka-backup-1'),
  /** ISO 8601 UTC. */
  createdAt: z.iso.datetime(),
  files: z.array(
    z.object({
      /** Relative to the backup, never leaving it. */
      path: z.string().refine((path) => path.split('/').every((part) => part !== '' && part !== '..')),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

/** What a backup consists of. */
export type Manifest = z.infer<typeof manifestSchema>
export type BackedUpFile = Manifest['files'][number]

/** @throws {CommandError} when the folder is not a backup */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  } catch {
    throw new CommandError(`${folder} — не резервная копия Копилки: в папке нет целого файла ${MANIFEST}.`)
  }
}

/** Size and hash of a file as it is on the disk. */
export async function describeFile(folder: string, path: string): Promise<BackedUpFile> {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(createReadStream(join(folder, path)), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length
      hash.update(chunk)
    }
  })
  return { path, size, sha256: hash.digest('hex') }
}

/** Paths of files that are missing or not what the manifest says. */
export async function findDamagedFiles(folder: string, manifest: Manifest): Promise<string[]> {
  const damaged: string[] = []
  for (const expected of manifest.files) {
    const actual = await describeFile(folder, expected.path).catch(() => null)
    if (actual?.sha256 !== expected.sha256 || actual.size !== expected.size) damaged.push(expected.path)
  }
  return damaged
}
