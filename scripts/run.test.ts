import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childEnvironment } from './environment.ts'

const lock = JSON.stringify({
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { optional: true } },
})

let project = ''

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'kopilka-run-'))
  await mkdir(join(project, 'scripts'))
  await mkdir(join(project, 'bin'))
  await copyFile(new URL('run.mjs', import.meta.url), join(project, 'scripts/run.mjs'))
  await writeFile(join(project, 'package-lock.json'), lock)
})
afterEach(() => rm(project, { recursive: true }))

async function script(name: string, code: string): Promise<void> {
  await writeFile(join(project, 'scripts', `${name}.ts`), code)
}

/** A stand-in for npm: what it prints and does is written here, so that no test needs the network. */
async function fakeNpm(code: string): Promise<void> {
  const file = join(project, 'bin/npm')
  await writeFile(file, `#!/bin/sh\n${code}\n`)
  await chmod(file, 0o755)
}

async function installed(version: string): Promise<void> {
  await mkdir(join(project, 'node_modules/.bin'), { recursive: true })
  await symlink(process.execPath, join(project, 'node_modules/.bin/node'))
  await writeFile(
    join(project, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version } } }),
  )
}

const installHere = `mkdir -p node_modules/.bin && ln -s '${process.execPath}' node_modules/.bin/node && echo noise`

function environment(): Record<string, string> {
  const inherited = childEnvironment({})
  return { ...inherited, PATH: `${join(project, 'bin')}${delimiter}${inherited['PATH'] ?? ''}` }
}

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(project, 'scripts/run.mjs'), ...args],
      { env: environment(), cwd: project },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, stdout, stderr })
      },
    )
  })
}

test('installs what is missing, says so on stderr only, and hands over the arguments', async () => {
  await fakeNpm(installHere)
  await script('echo', 'console.log(process.argv.slice(2).join("|"))')
  const result = await run('echo', 'раз', '--два')
  expect(result).toMatchObject({ code: 0, stdout: 'раз|--два\n' })
  expect(result.stderr).toContain('около двух минут')
  expect(await readFile(join(project, 'node_modules/.kopilka-lock'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
})

test('installs nothing when the packages are those of the lock', async () => {
  await fakeNpm('exit 9')
  await installed('1.0.0')
  await script('echo', 'console.log("ok")')
  expect(await run('echo')).toEqual({ code: 0, stdout: 'ok\n', stderr: '' })
})

test('installs again when a package has another version', async () => {
  await fakeNpm(`rm -r node_modules && ${installHere}`)
  await installed('0.9.0')
  await script('echo', 'console.log("ok")')
  expect((await run('echo')).stderr).toContain('npm ci')
})

test('installs by the same lock when npm refuses a clean installation', async () => {
  await fakeNpm(`[ "$1" = ci ] && exit 1\n[ "$1 $2" = "install --no-save" ] && ${installHere}`)
  await script('echo', 'console.log("ok")')
  expect(await run('echo')).toMatchObject({ code: 0, stdout: 'ok\n' })
})

test('says what to do when the packages cannot be installed', async () => {
  await fakeNpm('exit 1')
  await script('echo', '')
  const result = await run('echo')
  expect(result.code).toBe(1)
  expect(result.stderr).toContain('доступ в интернет')
})

test('passes on the exit code', async () => {
  await installed('1.0.0')
  await script('fail', 'process.exit(7)')
  expect((await run('fail')).code).toBe(7)
})

test.each(['missing', '../run', ''])('an unknown command is wrong usage: «%s»', async (name) => {
  await installed('1.0.0')
  const result = await run(name)
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('Нет такой команды')
})

test('passes on signals', async () => {
  await installed('1.0.0')
  await script(
    'wait',
    'process.on("SIGTERM", () => { console.log("stopped"); process.exit(5) }); setInterval(() => {}, 1e6); console.log("up")',
  )
  const child = spawn(process.execPath, [join(project, 'scripts/run.mjs'), 'wait'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    if (stdout === 'up\n') child.kill('SIGTERM')
  })
  const [code] = await once(child, 'exit')
  expect({ code, stdout }).toEqual({ code: 5, stdout: 'up\nstopped\n' })
})

test('stops with the shell through which npm runs it', async () => {
  await installed('1.0.0')
  await script(
    'wait',
    'process.on("SIGTERM", () => { console.log("stopped"); process.exit(0) }); setInterval(() => {}, 1e6); console.log("up")',
  )
  const command = `'${process.execPath}' '${join(project, 'scripts/run.mjs')}' wait; true`
  const shell = spawn('/bin/sh', ['-c', command], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  shell.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    if (stdout === 'up\n') shell.kill('SIGTERM')
  })
  await once(shell.stdout, 'end')
  expect(stdout).toBe('up\nstopped\n')
})
