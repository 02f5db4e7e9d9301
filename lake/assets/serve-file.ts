import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

export interface ServedFile {
  path: string
  /** Names the bytes: the same tag, the same bytes. Without quotes. */
  tag: string
  headers: Record<string, string>
}

/**
 * Answers with a file, or a part of it (`Range`), or 304 when the browser has it.
 * @returns null when the file is not there
 */
export async function serveFile(
  request: Request,
  { path, tag, headers }: ServedFile,
): Promise<Response | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  const etag = `"${tag}"`
  const common = { ...headers, etag, 'accept-ranges': 'bytes' }
  if (matchesTag(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: common })
  }
  const part = readRange(request, found.size, etag)
  if (part === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...common, 'content-range': `bytes */${found.size}` },
    })
  }
  const { start, end } = part ?? { start: 0, end: found.size - 1 }
  const body = request.method === 'HEAD' ? null : streamBytes(path, start, end)
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...common,
      'content-length': String(end - start + 1),
      ...(part ? { 'content-range': `bytes ${start}-${end}/${found.size}` } : {}),
    },
  })
}

/** Opens the file only once somebody reads. */
function streamBytes(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let chunks: AsyncIterator<unknown> | null = null
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        chunks ??= (end < start ? Readable.from([]) : createReadStream(path, { start, end }))[
          Symbol.asyncIterator
        ]()
        const { done, value } = await chunks.next()
        if (value instanceof Uint8Array) controller.enqueue(value)
        if (done) controller.close()
      },
      async cancel() {
        await chunks?.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

function matchesTag(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((given) => given.trim() === '*' || given.trim().replace(/^W\//, '') === etag)
}

type Part = { start: number; end: number }

/** One range is honoured; several, or one in other units, are answered with the whole. */
function readRange(request: Request, size: number, etag: string): Part | 'unsatisfiable' | null {
  const condition = request.headers.get('if-range')
  if (condition !== null && condition !== etag) return null
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start < size && start <= end ? { start, end } : 'unsatisfiable'
}
