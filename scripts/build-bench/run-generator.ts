import { spawn } from 'node:child_process'

/** What a generator did. */
export interface GeneratorRun {
  seconds: number
  /** What it wrote to stdout, and to stderr. */
  output: string
  errors: string
}

/**
 * Runs a generator and takes its time from start to end.
 * @returns null when the program is not there
 * @throws when it fails; the message holds the end of what it said
 */
export function runGenerator(
  program: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<GeneratorRun | null> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-100_000)))
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)))
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve(null)
      else reject(error)
    })
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - begun) / 1000, output, errors })
      else reject(new Error(`${program} ended with ${code}: ${errors || output.slice(-4000)}`))
    })
  })
}
