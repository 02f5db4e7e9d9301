import { expect, test } from 'vitest'
import { applyMends, mendStudioCode } from './mending-plugin.ts'

const mends = [
  { why: 'first', find: '"Sign out"', replace: '"Выйти"' },
  { why: 'second', find: 'a.b', replace: '$&c' },
]

test('changes are made wherever they find their place, as they stand', () => {
  expect(applyMends('x("Sign out", a.b, aXb, "Sign out")', mends)).toBe('x("Выйти", $&c, aXb, "Выйти")')
})

test('code without a place for any change is left alone', () => {
  expect(mendStudioCode(mends).transform.handler('nothing here')).toBeNull()
})

test('a change that found no place stops the build and is named with its reason', () => {
  const plugin = mendStudioCode(mends)
  expect(plugin.transform.handler('"Sign out"')).toEqual({ code: '"Выйти"', map: null })
  expect(() => plugin.buildEnd()).toThrow(/a\.b\s+\(second\)/)
  expect(() => plugin.buildEnd(new Error('broken for another reason'))).not.toThrow()
  plugin.transform.handler('a.b')
  expect(() => plugin.buildEnd()).not.toThrow()
})

test.each([
  ['/p/node_modules/sanity/lib/index.js', true],
  ['/p/node_modules/@sanity/sdk-react/node_modules/@sanity/sdk/dist/x.js', true],
  ['/p/node_modules/react/index.js', false],
  ['/p/studio/config/studio-config.ts', false],
])('of %s it looks inside: %s', (id, looks) => {
  expect(mendStudioCode(mends).transform.filter.id.test(id)).toBe(looks)
})
