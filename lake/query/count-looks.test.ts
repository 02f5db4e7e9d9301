import { expect, test } from 'vitest'
import { countLooks } from './count-looks.ts'
import { parseQuery } from './groq.ts'

test.each([
  ['1 + 1', 0],
  ['{"a": [1, 2][]{"b": @}}', 0],
  ['*', 0],
  ['*[title == "x"]', 100],
  ['*[title == "x"]{_id}', 200],
  ['*[title == "x"] | order(title) [0...10]{_id}', 100 + 100 + 10],
  ['*{"a": *[title == ^.title]}', 100 + 100 * 100],
  ['*{"a": *{"b": *[title == ^.^.title]}}', 100 + 100 ** 2 + 100 ** 3],
  ['*[count(*[title > ^.title]) > 0]', 100 + 100 * 100],
  ['*{"a": @}[]{"b": @}[]{"c": @}', 300],
])('%s looks at documents about %d times', (query, looks) => {
  expect(countLooks(parseQuery(query, {}), 100)).toBe(looks)
})
