import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childEnvironment } from '../environment.ts'
import { runStep, runTests } from './steps.ts'
import type { RunOptions } from './steps.ts'

let options: RunOptions
beforeEach(async () => {
  options = { root: await mkdtemp(join(tmpdir(), 'kopilka-steps-')), environment: childEnvironment({}) }
  await mkdir(join(options.root, 'node_modules/vitest'), { recursive: true })
})
afterEach(() => rm(options.root, { recursive: true }))

async function program(path: string, code: string): Promise<void> {
  await writeFile(join(options.root, path), code)
}

/** Stands in for vitest: writes the report it is asked for and ends with the given code. */
function fakeVitest(report: object | null, code: number): Promise<void> {
  const write = `import { writeFileSync } from 'node:fs'
const file = process.argv.find((argument) => argument.startsWith('--outputFile.json=')).split('=')[1]
writeFileSync(file, ${JSON.stringify(JSON.stringify(report))})`
  return program('node_modules/vitest/vitest.mjs', `${report === null ? '' : write}\nprocess.exit(${code})`)
}

test.each([
  ['passes', 'console.log("fine")', { passed: 1, failed: 0, output: 'fine\n' }],
  ['fails', 'console.error("bad"); process.exit(3)', { passed: 0, failed: 1, output: 'bad\n' }],
  ['is killed', 'process.kill(process.pid, "SIGKILL")', { passed: 0, failed: 1, output: '' }],
])('a step that %s counts as one', async (_, code, expected) => {
  await program('check.mjs', code)
  expect(await runStep({ title: '', program: 'check.mjs', args: [] }, options)).toMatchObject(expected)
})

test.each([
  ['all tests pass', { numPassedTests: 7, numFailedTests: 0, success: true }, 0, { passed: 7, failed: 0 }],
  ['some fail', { numPassedTests: 5, numFailedTests: 2, success: false }, 1, { passed: 5, failed: 2 }],
  [
    'a file cannot be loaded',
    { numPassedTests: 5, numFailedTests: 0, success: false },
    1,
    { passed: 5, failed: 1 },
  ],
  ['it dies without a report', null, 1, { passed: 0, failed: 1 }],
])('tests count one by one: %s', async (_, report, code, expected) => {
  await fakeVitest(report, code)
  expect(await runTests([], options)).toMatchObject(expected)
})
