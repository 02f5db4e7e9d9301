import { expect, test } from 'vitest'
import { findOwnPath, isForeignOrigin } from './own-origin.ts'

const URL_HERE = 'http://127.0.0.1:4321/v1/auth/logout'

test.each<[Record<string, string>, string | undefined, boolean]>([
  [{}, undefined, false],
  [{ origin: 'http://127.0.0.1:4321' }, undefined, false],
  [{ origin: 'https://127.0.0.1:4321' }, undefined, false],
  [{ origin: 'http://127.0.0.1:3000' }, undefined, true],
  [{ origin: 'http://localhost:4321' }, undefined, true],
  [{ origin: 'null' }, undefined, true],
  [{ origin: 'https://school.test' }, undefined, true],
  [{ origin: 'https://school.test' }, 'https://school.test', false],
  [{ origin: 'http://school.test' }, 'https://school.test', true],
  [{ origin: 'https://a.school.test' }, 'https://school.test', true],
  [{ 'sec-fetch-site': 'same-origin' }, undefined, false],
  [{ 'sec-fetch-site': 'none' }, undefined, false],
  [{ 'sec-fetch-site': 'same-site' }, undefined, true],
  [{ 'sec-fetch-site': 'cross-site' }, undefined, true],
])('%o with public origin %s: foreign is %s', (headers, origin, foreign) => {
  expect(isForeignOrigin(new Request(URL_HERE, { headers }), origin)).toBe(foreign)
})

test.each([
  ['/studio/structure?x=1', '/studio/structure?x=1'],
  ['http://127.0.0.1:4321/studio', '/studio'],
  ['http://127.0.0.1:4321//evil.test', '/evil.test'],
  ['//evil.test', null],
  ['', null],
  [undefined, null],
])('the path of %s is %s', (target, path) => {
  expect(findOwnPath(target, new Request(URL_HERE))).toBe(path)
})
