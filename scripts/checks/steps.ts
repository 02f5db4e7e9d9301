import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** One part of the check of the project. */
export interface Step {
  /** What is checked, for people. */
  title: string
  /** Path of a program below the project's folder, run with the project's Node. */
  program: string
  args: readonly string[]
}

/** How a step went. */
export interface StepResult {
  passed: number
  failed: number
  /** What the program printed. */
  output: string
  seconds: number
}

/** Everything that is checked before the tests, cheapest first; speed is judged while nothing else runs. */
export const STEPS: readonly Step[] = [
  {
    title: 'оформление (prettier)',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '.'],
  },
  { title: 'правила кода (oxlint)', program: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware'] },
  { title: 'производные файлы (generate)', program: 'scripts/generate.ts', args: ['--check'] },
  { title: 'типы (tsc)', program: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
  { title: 'страницы (astro check)', program: 'node_modules/astro/bin/astro.mjs', args: ['check'] },
  { title: 'лишнее (knip)', program: 'node_modules/knip/bin/knip.js', args: [] },
  { title: 'страницы на телефоне (Lighthouse)', program: 'scripts/lighthouse.ts', args: [] },
]

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})

/** Runs a step; it passes when its program ends with 0. */
export async function runStep(step: Step, options: RunOptions): Promise<StepResult> {
  const startedAt = performance.now()
  const { code, output } = await runProgram(step.program, step.args, options)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, seconds: secondsSince(startedAt) }
}

/**
 * Runs the tests; each counts. Tests that could not even be started count as one that failed.
 * @param args what vitest is told: `--config FILE`, paths of test files
 */
export async function runTests(args: readonly string[], options: RunOptions): Promise<StepResult> {
  const startedAt = performance.now()
  const report = join(tmpdir(), `kopilka-tests-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, output } = await runProgram(
    'node_modules/vitest/vitest.mjs',
    ['run', ...reporters, ...args],
    options,
  )
  const counted = await readReport(report)
  await rm(report, { force: true })
  const unexplained = code !== 0 && counted.numFailedTests === 0 ? 1 : 0
  return {
    passed: counted.numPassedTests,
    failed: counted.numFailedTests + unexplained,
    output,
    seconds: secondsSince(startedAt),
  }
}

export interface RunOptions {
  root: string
  environment: Record<string, string>
}

function runProgram(
  program: string,
  args: readonly string[],
  { root, environment }: RunOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...args], { cwd: root, env: environment })
    const printed: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: Buffer.concat(printed).toString() }))
  })
}

async function readReport(file: string): Promise<z.infer<typeof reportSchema>> {
  try {
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, success: false }
  }
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000
}
