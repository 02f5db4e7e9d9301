import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { childEnvironment } from './environment.ts'

const root = join(import.meta.dirname, '..')
const generated = join(root, 'content-schemas', 'generated')
const fileNames = ['schema.json', 'types.ts'] as const
const sanityCommand = join(root, 'node_modules', 'sanity', 'bin', 'sanity')

/** Sanity's tools could not derive the files; the message carries what they printed. */
export class DerivationError extends Error {
  override readonly name = 'DerivationError'
}

/**
 * Derives the extracted schema and the TypeScript types of documents and query results and puts them in place,
 * each file whole or not at all.
 * @returns the paths written, from the project's root
 * @throws {DerivationError} when a tool fails; nothing is written then
 */
export async function deriveContentTypes(): Promise<string[]> {
  return await withScratchFolder(async (folder) => {
    await derive(folder)
    await mkdir(generated, { recursive: true })
    for (const name of fileNames) await rename(join(folder, name), join(generated, name))
    return fileNames.map((name) => relative(root, join(generated, name)))
  })
}

/**
 * Derives the files beside the project's own and compares.
 * @returns paths of the files that differ or are missing, [] when all are up to date
 * @throws {DerivationError} when a tool fails
 */
export async function findStaleFiles(): Promise<string[]> {
  return await withScratchFolder(async (folder) => {
    await derive(folder)
    const stale: string[] = []
    for (const name of fileNames) {
      const current = await readFile(join(generated, name), 'utf8').catch(() => undefined)
      if (current !== (await readFile(join(folder, name), 'utf8')))
        stale.push(relative(root, join(generated, name)))
    }
    return stale
  })
}

async function derive(folder: string): Promise<void> {
  await runSanity(['schema', 'extract', '--force'], folder)
  await runSanity(['typegen', 'generate'], folder)
  const types = join(folder, 'types.ts')
  const text = await readFile(types, 'utf8')
  await writeFile(types, text.replaceAll(relative(root, folder), relative(root, generated)))
}

/** Inside the project, because the tools look for its Prettier settings from where they write. */
async function withScratchFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const cache = join(root, '.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'generate-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs Sanity's command line; sanity.cli.ts tells it to write into the folder. */
async function runSanity(args: string[], folder: string): Promise<void> {
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [sanityCommand, ...args], {
      cwd: root,
      env: childEnvironment({
        KOPILKA_GENERATED: relative(root, folder),
        DO_NOT_TRACK: '1',
        NO_UPDATE_NOTIFIER: '1',
        CI: '1',
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text))
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  throw new DerivationError(
    `Не удалось вывести типы содержания командой «sanity ${args.join(' ')}». Исправьте ошибку и запустите «npm run generate» снова.\n${output.join('')}`,
  )
}
