import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'

test('fills in the defaults', () => {
  expect(readEnvironment({})).toEqual({
    port: 4321,
    dataDir: resolve('.data'),
    backupDir: resolve('backups'),
    dailyBackups: true,
    examples: true,
    origin: undefined,
    projectId: 'local',
    dataset: 'production',
    hostedToken: undefined,
    chromePath: undefined,
    lawSeed: 20_241_101,
  })
})

test('reads every variable', () => {
  const environment = readEnvironment({
    PORT: '0',
    KOPILKA_DATA: '/srv/kopilka',
    KOPILKA_BACKUPS: '/srv/copies',
    KOPILKA_EXAMPLES: '0',
    KOPILKA_ORIGIN: 'https://example.ru/',
    SANITY_STUDIO_PROJECT_ID: 'abc123',
    SANITY_AUTH_TOKEN: 'secret',
    CHROME_PATH: '/opt/chrome',
    LAW_SEED: 'random',
  })
  expect(environment).toMatchObject({
    port: 0,
    dataDir: '/srv/kopilka',
    backupDir: '/srv/copies',
    dailyBackups: true,
    examples: false,
    origin: 'https://example.ru',
    projectId: 'abc123',
    hostedToken: 'secret',
    chromePath: '/opt/chrome',
    lawSeed: 'random',
  })
})

test.each([
  ['PORT', 'восемь'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['LAW_SEED', 'какая-то'],
  ['KOPILKA_ORIGIN', 'example.ru'],
  ['KOPILKA_ORIGIN', 'ftp://example.ru'],
])('names the variable that cannot be used: %s=%s', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(EnvironmentError)
  expect(() => readEnvironment({ [name]: value })).toThrow(name)
})

test('makes no daily backups when told so', () => {
  expect(readEnvironment({ KOPILKA_BACKUPS: '0' })).toMatchObject({ dailyBackups: false })
})

test('treats an empty variable as unset', () => {
  expect(readEnvironment({ PORT: '', SANITY_STUDIO_PROJECT_ID: '' })).toMatchObject({
    port: 4321,
    projectId: 'local',
  })
})
