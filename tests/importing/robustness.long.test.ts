import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { HOSTILE_FILES } from '#content/roadmap-import/corpus/hostile-files.ts'

const FILES = 10_000
const FILES_PER_PROCESS = 500
const MAX_CPU_MS = 10_000
/** A process that says nothing for so long hangs; a busy machine may slow it a good deal. */
const MAX_SILENCE_MS = 60_000
const MAX_MEMORY_MB = 1024
const reader = join(import.meta.dirname, 'read-mutations.ts')

interface Reading {
  name: string
  outcome: string
  /** Time on the CPU, whatever else the machine does. */
  cpuMs: number
  peakMb: number
}

/** Runs a process of readings and ends it when it hangs. */
async function runReader(from: number, to: number): Promise<{ readings: Reading[]; troubles: string[] }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', reader, String(from), String(to)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(child, 'exit')
  const readings: Reading[] = []
  const troubles: string[] = []
  let reading = 'the first file'
  let silence: NodeJS.Timeout | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(silence)
    const said: unknown = JSON.parse(line)
    if (isReading(said)) {
      readings.push(said)
      if (said.outcome !== 'read' && said.outcome !== 'refused')
        troubles.push(`${said.name}: ${said.outcome}`)
      if (said.cpuMs > MAX_CPU_MS) troubles.push(`${said.name}: ${said.cpuMs} ms`)
      if (said.peakMb > MAX_MEMORY_MB) troubles.push(`${said.name}: ${said.peakMb} MB`)
      continue
    }
    reading = line
    silence = setTimeout(() => {
      troubles.push(`${reading}: no answer in ${MAX_SILENCE_MS} ms`)
      child.kill('SIGKILL')
    }, MAX_SILENCE_MS)
  }
  clearTimeout(silence)
  const [code, signal] = await exited
  if (code !== 0) troubles.push(`${reading}: ended with ${String(code ?? signal)}`)
  return { readings, troubles }
}

function isReading(said: unknown): said is Reading {
  return typeof said === 'object' && said !== null && 'outcome' in said
}

test(`${FILES} spoilt files are read or refused, each within ten seconds and a gigabyte`, async () => {
  const troubles: string[] = []
  let read = 0
  for (let from = 0; from < FILES; from += FILES_PER_PROCESS) {
    // oxlint-disable-next-line no-await-in-loop -- one process at a time, so that none slows the others
    const done = await runReader(from, from + FILES_PER_PROCESS)
    read += done.readings.length
    troubles.push(...done.troubles)
  }
  expect(troubles).toEqual([])
  expect(read).toBe(FILES)
})

test.each(Object.keys(HOSTILE_FILES).map((name, index) => [name, index] as const))(
  '%s is read or refused within ten seconds and a gigabyte',
  async (_, index) => {
    const { readings, troubles } = await runReader(-index - 1, 0)
    expect(troubles).toEqual([])
    expect(readings).toHaveLength(1)
  },
)
