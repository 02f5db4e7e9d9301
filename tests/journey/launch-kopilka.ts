import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { childEnvironment } from '#scripts/environment.ts'

const ROOT = dirname(dirname(import.meta.dirname))
/** The first start builds the Studio and the site on a cold machine. */
const LONGEST_START_MS = 600_000

/** Kopilka as `npm start` runs it, with a data folder of its own. */
export interface Kopilka {
  origin: string
  signInLink: string
  /** Runs a command of package.json beside the server, on the same data. */
  command(name: string, ...args: string[]): Promise<Finished>
  /** Asks the server to end as Ctrl-C does, once; its exit code. */
  stop(): Promise<number | null>
}

/** A command that has ended. */
export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Starts the server on a free port and waits for its `ready` line. */
export async function launchKopilka(): Promise<Kopilka> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-journey-'))
  const variables = { PORT: '0', KOPILKA_DATA: dataDir, KOPILKA_ORIGIN: '', KOPILKA_EXAMPLES: '' }
  const server = runCommand('start', [], variables)
  const [, origin = ''] = await waitForLine(server, /^ready (\S+)$/m)
  let stopped: Promise<number | null> | undefined
  const [signInLink] = await waitForLine(server, /http\S+\/v1\/auth\/link\?token=\S+/)
  return {
    origin,
    signInLink,
    command: async (name, ...args) => finish(runCommand(name, args, variables)),
    stop: () => (stopped ??= end(server, dataDir)),
  }
}

async function end(server: Running, dataDir: string): Promise<number | null> {
  server.child.kill('SIGINT')
  const code = await server.ended
  await rm(dataDir, { recursive: true, force: true })
  return code
}

interface Running {
  child: ChildProcess
  output: { stdout: string; stderr: string }
  ended: Promise<number | null>
}

function runCommand(name: string, args: readonly string[], variables: Record<string, string>): Running {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), name, ...args], {
    cwd: ROOT,
    env: childEnvironment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const { promise: ended, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  return { child, output, ended }
}

async function finish({ output, ended }: Running): Promise<Finished> {
  return { code: await ended, ...output }
}

/** The first match of a pattern in what the process has printed. */
async function waitForLine({ child, output, ended }: Running, pattern: RegExp): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>()
  const look = () => {
    const match = pattern.exec(output.stdout)
    if (match) resolve(match)
  }
  const failed = (reason: string) => reject(new Error(`${reason}\n${output.stdout}\n${output.stderr}`))
  const timer = setTimeout(() => failed(`No ${String(pattern)} in time`), LONGEST_START_MS)
  child.stdout?.on('data', look)
  look()
  void ended.then(() => failed(`Ended before it printed ${String(pattern)}`))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    child.stdout?.off('data', look)
  }
}
