import type { Readable } from 'node:stream'

/**
 * Lines of the standard input as they come in, without their ends («\n», «\r\n») and without a byte order mark; empty
 * lines count, an empty rest behind the last end does not.
 */
export async function* readInputLines(input: Readable = process.stdin): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  // Pieces of a line are joined once: a line of many megabytes comes in thousands of them.
  let pieces: string[] = []
  for await (const chunk of input) {
    const [rest = '', ...more] = decoder.decode(toBytes(chunk), { stream: true }).split('\n')
    pieces.push(rest)
    for (const next of more) {
      yield withoutReturn(pieces.join(''))
      pieces = [next]
    }
  }
  const last = pieces.join('') + decoder.decode()
  if (last !== '') yield withoutReturn(last)
}

function toBytes(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk))
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
