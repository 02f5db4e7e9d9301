import { expect, test } from 'vitest'
import { parseQuery } from './groq.ts'
import { MISSING_FUNCTIONS } from './missing-functions.ts'

// As many arguments as the parser wants.
const ARGUMENTS: Record<string, string> = {
  'text::query': '"x"',
  'text::semanticSimilarity': '"x"',
  'media::aspect': 'a, b',
}

const names = Object.entries(MISSING_FUNCTIONS).flatMap(([namespace, functions]) =>
  functions.map((name) => `${namespace}::${name}`),
)

test.each(names)('%s is refused by name, even where it would not be evaluated', (name) => {
  expect(() => parseQuery(`*[false && ${name}(${ARGUMENTS[name] ?? ''})]`, {})).toThrow(
    `this lake does not have the function ${name}()`,
  )
})

test('a function that nobody has is refused with its name', () => {
  expect(() => parseQuery('no::such(1)', {})).toThrow(/^unknown namespace "no"$/)
  expect(() => parseQuery('text::matches("a", "b")', {})).toThrow(/^unknown function "matches"$/)
})
