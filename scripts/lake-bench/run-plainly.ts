import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const PROGRAM = fileURLToPath(new URL('time-plainly.ts', import.meta.url))

/** How long plain groq-js takes for each shape over so many documents, in ms, measured in a process of its own. */
export async function runPlainly(documents: number): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--max-old-space-size=6000',
    PROGRAM,
    String(documents),
  ])
  return z.record(z.string(), z.number()).parse(JSON.parse(stdout))
}
