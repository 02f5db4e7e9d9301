import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { BUNDLE_STAMP } from './load-bundle.ts'

/** What the code of the site is made of, relative to the project's folder. */
const INPUTS = [
  'site',
  'content-schemas',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const BUNDLES_KEPT = 5
const OUTPUT_LIMIT_BYTES = 16 * 1024 * 1024

/** Where and how to build. */
export interface BundleOptions {
  /** The project's folder. */
  root: string
  /** The Node that runs Astro. */
  node: string
  /** Environment of the build without the variables the build itself needs. */
  environment: Record<string, string>
  /** Hears once that a build has to be made. */
  onBuild?: () => void
}

/** The bundle cannot be built; the message holds what Astro said. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}

/**
 * Builds the site into a server bundle with Astro, in a process of its own so that its memory is freed, unless
 * there is one of the same inputs. Several processes may do so at once, and bundles in use stay as they are.
 *
 * @returns the folder of the bundle
 * @throws {BundleError}
 */
export async function buildBundle(options: BundleOptions): Promise<string> {
  const inputs = await hashInputs(options.root)
  const bundles = join(options.root, 'dist/site')
  const bundleDir = join(bundles, inputs.slice(0, 16))
  if (existsSync(join(bundleDir, BUNDLE_STAMP))) return bundleDir

  options.onBuild?.()
  const temporary = join(bundles, `.${inputs.slice(0, 16)}-${randomBytes(4).toString('hex')}`)
  try {
    await runAstro(options, temporary)
    await writeFile(join(temporary, BUNDLE_STAMP), inputs)
    await rename(temporary, bundleDir).catch((error: unknown) => {
      // Another process was first with the same.
      if (!existsSync(join(bundleDir, BUNDLE_STAMP))) throw error
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  await deleteOldBundles(bundles)
  return bundleDir
}

/** Running servers load pages of their bundle when they are first asked for, so the last ones stay. */
async function deleteOldBundles(bundles: string): Promise<void> {
  const dated = (await readdir(bundles)).map(async (name) => {
    const found = await stat(join(bundles, name)).catch(() => null)
    return { name, madeAt: found?.mtimeMs ?? 0 }
  })
  const old = (await Promise.all(dated)).toSorted((a, b) => b.madeAt - a.madeAt).slice(BUNDLES_KEPT)
  for (const { name } of old) await rm(join(bundles, name), { recursive: true, force: true })
}

async function runAstro({ root, node, environment }: BundleOptions, outDir: string): Promise<void> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  try {
    await promisify(execFile)(node, [astro, 'build', '--outDir', outDir], {
      cwd: root,
      env: { ...environment, KOPILKA_BUNDLE: '1', NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
      maxBuffer: OUTPUT_LIMIT_BYTES,
    })
  } catch (error) {
    throw new BundleError(`Сайт не собрался. ${outputOf(error)}`, { cause: error })
  }
}

async function hashInputs(root: string): Promise<string> {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    for (const file of await filesOf(join(root, input))) {
      hash.update(`${relative(root, file)}\0`)
      hash.update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

/** The files at a path, tests left out, in a fixed order; a path that does not exist has none. */
async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch {
    return [path]
  }
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stdout = 'stdout' in error ? String(error.stdout) : ''
  const stderr = 'stderr' in error ? String(error.stderr) : ''
  return `${error.message}\n${stdout}\n${stderr}`.trim()
}
