import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
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
 * the bundle that is there was built from the same inputs. Several processes may do so at once.
 *
 * @returns the folder of the bundle
 * @throws {BundleError}
 */
export async function buildBundle(options: BundleOptions): Promise<string> {
  const bundleDir = join(options.root, 'dist/site')
  const inputs = await hashInputs(options.root)
  if ((await stampOf(bundleDir)) === inputs) return bundleDir

  options.onBuild?.()
  const temporary = join(options.root, `dist/.site-${process.pid}`)
  try {
    await runAstro(options, temporary)
    await writeFile(join(temporary, BUNDLE_STAMP), inputs)
    if ((await stampOf(bundleDir)) !== inputs) {
      await rm(bundleDir, { recursive: true, force: true })
      await rename(temporary, bundleDir)
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return bundleDir
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

async function stampOf(bundleDir: string): Promise<string | null> {
  return readFile(join(bundleDir, BUNDLE_STAMP), 'utf8').catch(() => null)
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
