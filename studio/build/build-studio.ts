import { spawn } from 'node:child_process'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashInputs } from './inputs-hash.ts'

interface BuildStudioOptions {
  /** Project folder. */
  root: string
  /** `local` for the embedded lake, otherwise a project of Sanity's hosted one. */
  projectId: string
  /** Environment of the building process; the Studio's own variables are added. */
  environment: Readonly<Record<string, string>>
  /** Where the built Studio goes; `dist/studio` below the project folder by default. */
  outDir?: string
}

/** What became of a build. */
export interface StudioBuild {
  outDir: string
  /** False when the inputs have not changed since the Studio in `outDir` was built. */
  rebuilt: boolean
}

const INPUTS = [
  'studio',
  'content-schemas',
  'sanity.config.ts',
  'sanity.cli.ts',
  'package.json',
  'package-lock.json',
]
const STAMP = '.inputs-hash'

/**
 * Builds the Studio's static files, unless they are there already for the same inputs. Works offline and reports
 * nothing to anyone. The old files stay until the new ones are whole.
 *
 * @throws when the build fails; the message holds what the builder printed.
 */
export async function buildStudio(options: BuildStudioOptions): Promise<StudioBuild> {
  const outDir = options.outDir ?? join(options.root, 'dist', 'studio')
  const hash = await hashInputs(options.root, INPUTS, [options.projectId])
  const built = await readFile(join(outDir, STAMP), 'utf8').catch(() => null)
  if (built === hash) return { outDir, rebuilt: false }

  const nextDir = `${outDir}.next`
  await runBuilder(options, nextDir)
  await writeFile(join(nextDir, STAMP), hash)
  await mkdir(outDir, { recursive: true })
  await rm(outDir, { recursive: true })
  await rename(nextDir, outDir)
  return { outDir, rebuilt: true }
}

async function runBuilder(
  { root, projectId, environment }: BuildStudioOptions,
  outDir: string,
): Promise<void> {
  const builder = join(root, 'node_modules', 'sanity', 'bin', 'sanity')
  const child = spawn(process.execPath, [builder, 'build', outDir, '--yes'], {
    cwd: root,
    env: {
      ...environment,
      SANITY_STUDIO_PROJECT_ID: projectId,
      DO_NOT_TRACK: '1',
      NO_UPDATE_NOTIFIER: '1',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  const output = Buffer.concat(printed).toString('utf8').trim()
  throw new Error(`Студия не собралась (код ${code}). Вот что сообщил сборщик:\n${output}`)
}
