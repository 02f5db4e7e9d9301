import { expect, test } from 'vitest'
import { fileOfPath } from './file-of-path.ts'

test.each([
  ['/', 'index.html'],
  ['/praktiki/', 'praktiki/index.html'],
  ['/praktiki/x/', 'praktiki/x/index.html'],
  ['/sitemap.xml', 'sitemap.xml'],
  ['/404.html', '404.html'],
  ['/%D0%B0/', 'а/index.html'],
])('%s is in %s', (path, file) => {
  expect(fileOfPath(path)).toBe(file)
})

test.each([
  '',
  'x/',
  '//',
  '/a//b/',
  '/../x',
  '/a/../../x/',
  '/a/%2e%2e/x/',
  '/.env',
  '/.git/config',
  '/a\\..\\b/',
  '/a%00/',
])('%j cannot be a page', (path) => {
  expect(() => fileOfPath(path)).toThrow('would leave the release')
})
