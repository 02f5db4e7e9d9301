import { text } from 'node:stream/consumers'

/** Lines of the standard input, without the end of the last; empty lines count. */
export async function readInputLines(): Promise<string[]> {
  const lines = (await text(process.stdin)).replaceAll('\r\n', '\n').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
