import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes one line of JSON per value; the whole is on the disk when the promise resolves. */
export async function writeNdjson(path: string, values: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(inChunks(values)), createWriteStream(path, { flush: true }))
}

/** Writes lines that are there as bytes; the whole is on the disk when the promise resolves. */
export async function writeLines(path: string, lines: Iterable<Uint8Array>): Promise<void> {
  await pipeline(Readable.from(joinLines(lines)), createWriteStream(path, { flush: true }))
}

/** Reads the values of a file line by line; a torn last line (power cut while appending) is left out. */
export async function* readNdjson(path: string): AsyncIterable<unknown> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) {
    const value = parse(line)
    if (value !== undefined) yield value
  }
}

function parse(line: string): unknown {
  if (line === '') return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function* inChunks(values: Iterable<unknown>): Iterable<string> {
  let chunk = ''
  for (const value of values) {
    chunk += `${JSON.stringify(value)}\n`
    if (chunk.length > 65_536) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

function* joinLines(lines: Iterable<Uint8Array>): Iterable<Buffer> {
  let chunk: Uint8Array[] = []
  let size = 0
  for (const line of lines) {
    chunk.push(line, NEW_LINE)
    size += line.length + 1
    if (size > 65_536) {
      yield Buffer.concat(chunk)
      chunk = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(chunk)
}

const NEW_LINE = Buffer.from('\n')
