import { expect, test } from 'vitest'
import { LakeError } from '../errors.ts'
import { parseQuery } from './groq.ts'

const cases: [query: string, start: number, end: number, description: string][] = [
  ['*[_type == ', 11, 11, 'unexpected end-of-file, expected expression'],
  ['', 0, 0, 'unexpected end-of-file, expected expression'],
  ['1 +', 3, 3, 'unexpected end-of-file, expected expression'],
  ['*[_type == "event]', 11, 18, String.raw`unexpected token "\"event]", expected expression`],
  ["*[a == 'x", 7, 9, `unexpected token "'x", expected expression`],
  ['*[_type == "a"', 1, 14, "expected ']' following expression"],
  ['*[\n  a > now())\n] {\n  b\n}', 1, 14, "expected ']' following expression"],
  ['count(*', 5, 7, "expected ')' following expression"],
  ['*{a', 1, 3, "expected '}' following object body"],
  ['* foo', 2, 5, 'unable to parse entire expression'],
  ['*[a==1]]', 7, 8, 'unable to parse entire expression'],
  ['*[a matc b]', 4, 8, 'unable to parse entire expression'],
  ['{"a": }', 6, 7, 'unexpected token "}", expected expression'],
  ['*[eventDate(1)]', 2, 11, 'unknown function "eventDate"'],
  ['no::f(1)', 0, 2, 'unknown namespace "no"'],
  ['*[a == $b]', 7, 9, 'param $b referenced, but not provided'],
  ['*{a} | score(b)', 7, 12, 'score() must follow documents or a filter on them'],
]

test.each(cases)('%s', (query, start, end, description) => {
  let told: unknown
  try {
    parseQuery(query, {})
  } catch (error) {
    told = error instanceof LakeError ? error.body : error
  }
  expect(told).toEqual({
    statusCode: 400,
    error: { type: 'queryParseError', description, query, start, end },
  })
})

test('a query that is too deep or too long is refused before it is parsed', () => {
  expect(() => parseQuery('('.repeat(5_000) + ')'.repeat(5_000), {})).toThrow(/brackets more than 100 deep/)
  expect(() => parseQuery(`*[${'a'.repeat(300_000)}]`, {})).toThrow(/longer than 200000 characters/)
  expect(parseQuery(`"${'('.repeat(500)}"`, {})).toMatchObject({ type: 'Value' })
})
