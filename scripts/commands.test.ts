import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { childEnvironment } from './environment.ts'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-commands-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

interface Result {
  code: number
  stdout: string
  stderr: string
}

function run(command: string, ...args: string[]): Promise<Result> {
  const script = join(import.meta.dirname, `${command}.ts`)
  const env = childEnvironment({ KOPILKA_DATA: dataDir, KOPILKA_ORIGIN: 'https://nastavnik.example' })
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env, cwd: dataDir }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, stdout, stderr })
    })
  })
}

test('a person is added with a one-time link, listed, given another role, and removed', async () => {
  const added = await run('user', 'add', 'anna', '--role', 'administrator', '--name', 'Анна')
  expect(added).toMatchObject({ code: 0, stderr: '' })
  expect(added.stdout).toMatch(/^https:\/\/nastavnik\.example\/v1\/auth\/link\?token=[\w-]{20,}\n$/)
  await run('user', 'add', 'boris', '--role', 'viewer')
  expect((await run('user', 'role', 'boris', '--role', 'editor')).stdout).toBe('boris: теперь редактор.\n')
  expect((await run('user', 'remove', 'boris')).stdout).toContain('boris')
  expect((await run('user', 'list')).stdout).toBe('anna\tадминистратор\tАнна\n')
  expect((await run('user', 'link', 'anna')).stdout).not.toBe(added.stdout)
})

test('a folder without releases says so, and what is asked of one that is not there', async () => {
  expect(await run('release', 'list')).toMatchObject({ code: 0, stdout: 'Выпусков ещё нет.\n' })
  expect(await run('release', 'rollback', '20260101T000000')).toMatchObject({ code: 1, stdout: '' })
  expect((await run('release', 'rollback')).code).toBe(2)
  expect((await run('release', 'destroy')).code).toBe(2)
})

test('a token is printed once, listed without its secret, and revoked', async () => {
  const added = await run('token', 'add', 'Выгрузка', '--role', 'viewer')
  expect(added.code).toBe(0)
  expect(added.stdout).toMatch(/^kopilka_[\w-]{20,}\n$/)
  const listed = (await run('token', 'list')).stdout
  expect(listed).toContain('Выгрузка\tчитатель черновиков')
  expect(listed).not.toContain(added.stdout.trim())
  expect((await run('token', 'revoke', 'Выгрузка')).code).toBe(0)
  expect((await run('token', 'list')).stdout).toBe('Токенов нет.\n')
})

test('a backup is restored over other data, and the command says where that went', async () => {
  await run('user', 'add', 'anna', '--role', 'viewer')
  const backup = await run('backup', '--out', join(dataDir, 'copy'))
  expect(backup).toMatchObject({ code: 0, stderr: '' })
  await run('user', 'add', 'boris', '--role', 'viewer')
  expect(await run('restore', join(dataDir, 'copy'))).toMatchObject({ code: 1, stdout: '' })
  const restored = await run('restore', join(dataDir, 'copy'), '--force')
  expect(restored.stdout).toContain('все совпали с копией')
  expect((await readdir(dataDir)).some((name) => name.startsWith('.before-restore-'))).toBe(true)
  expect((await run('user', 'list')).stdout).toBe('anna\tчитатель черновиков\tanna\n')
})

test.each([
  [['user', 'add', 'anna']],
  [['user', 'add', 'anna', '--role', 'director']],
  [['user', 'add']],
  [['user', 'dance', 'anna']],
  [['user', 'add', 'anna', 'boris', '--role', 'viewer']],
  [['user', 'add', 'anna', 'administrator', '--region', '45']],
  [['user', '--unknown']],
  [['token', 'add', 'Выгрузка']],
  [['token']],
  [['backup', 'somewhere']],
  [['restore']],
  [['build']],
  [['start', '--port', '80']],
])('wrong usage ends with 2 and shows the usage: %j', async ([command = '', ...args]) => {
  const result = await run(command, ...args)
  expect(result).toMatchObject({ code: 2, stdout: '' })
  expect(result.stderr).toContain(`npm ${command === 'start' ? '' : 'run '}${command}`)
})

test.each([
  [['user', 'remove', 'nobody'], 'Нет пользователя'],
  [['token', 'revoke', 'nothing'], 'Нет действующего токена'],
  [['restore', '/nowhere'], 'не резервная копия'],
  [['user', 'add', '!', '--role', 'viewer'], 'не годится в логины'],
  [['user', 'add', 'anna', 'editor', '--organization', 'nowhere'], 'Нет опубликованной организации'],
])('%j fails with 1 and says why', async ([command = '', ...args], why) => {
  const result = await run(command, ...args)
  expect(result).toMatchObject({ code: 1, stdout: '' })
  expect(result.stderr).toContain(why)
})

test.each(['user', 'token', 'backup', 'restore', 'build', 'start'])(
  '%s --help prints the usage',
  async (command) => {
    const result = await run(command, '--help')
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(result.stdout).toContain('npm ')
  },
)

test.each([
  [['--period', '2024-01-01'], 'Срок «2024-01-01» не вида'],
  [['--period', '2024-02-30/2024-12-31'], 'не вида ГГГГ-ММ-ДД/ГГГГ-ММ-ДД, или такого дня нет'],
  [['--period', '2025-01-01/2024-01-01'], 'кончается раньше, чем начинается'],
  [['--period'], 'У параметра «--period» нет значения'],
  [['--perod', 'x'], 'Не понимаю параметр «--perod»'],
])('deadlines %j is a wrong call, told in Russian', async (args, message) => {
  const { code, stdout, stderr } = await run('deadlines', ...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
})
