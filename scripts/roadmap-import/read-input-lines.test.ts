import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readInputLines } from './read-input-lines.ts'

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

test.each([
  ['', []],
  ['май', ['май']],
  ['май\r\n\r\nиюнь\n', ['май', '', 'июнь']],
  ['\ufeffмай\n', ['май']],
  ['а\u2028б\rв\n', ['а\u2028б\rв']],
])('%j is the lines %j', async (text, lines) => {
  const bytes = Buffer.from(text)
  // Letters come apart between two pieces of the input.
  const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
  expect(await collect(readInputLines(Readable.from(pieces)))).toEqual(lines)
})

test('a line of a megabyte stays whole', async () => {
  const line = 'слово '.repeat(200_000)
  const pieces = [line.slice(0, 500_000), line.slice(500_000), '\nмай'].map((piece) => Buffer.from(piece))
  expect(await collect(readInputLines(Readable.from(pieces)))).toEqual([line, 'май'])
})
