import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEventStream } from './event-stream.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function read(stream: ReturnType<typeof openEventStream>): Promise<string> {
  const { value } = (await stream.response.body?.getReader().read()) ?? {}
  return new TextDecoder().decode(value)
}

test('events are written as clients expect, several in one piece', async () => {
  const stream = openEventStream(new AbortController().signal)
  stream.send({ event: 'welcome', data: {} }, { event: 'mutation', id: 't#a', data: { text: 'две\nстроки' } })
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(await read(stream)).toBe(
    'event: welcome\ndata: {}\n\nevent: mutation\nid: t#a\ndata: {"text":"две\\nстроки"}\n\n',
  )
})

test('a silent stream sends a comment now and then', async () => {
  const stream = openEventStream(new AbortController().signal)
  vi.advanceTimersByTime(30_000)
  expect(await read(stream)).toBe(':\n\n')
})

test.each([
  { name: 'the client goes away', end: (abort: AbortController) => abort.abort() },
  {
    name: 'the answer is cancelled',
    end: (_: AbortController, response: Response) => void response.body?.cancel(),
  },
])('whoever waits for the end hears of it once: $name', ({ end }) => {
  const abort = new AbortController()
  const stream = openEventStream(abort.signal)
  const ended = vi.fn<() => void>()
  stream.onClose(ended)
  end(abort, stream.response)
  stream.close()
  stream.send({ event: 'late', data: {} })
  expect(ended).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
  const late = vi.fn<() => void>()
  stream.onClose(late)
  expect(late).toHaveBeenCalledTimes(1)
})

test('a reader that never reads is cut off', () => {
  const stream = openEventStream(new AbortController().signal)
  const ended = vi.fn<() => void>()
  stream.onClose(ended)
  const data = 'x'.repeat(1024 * 1024)
  for (let megabytes = 0; megabytes < 7; megabytes++) stream.send({ event: 'mutation', data })
  expect(ended).not.toHaveBeenCalled()
  stream.send({ event: 'mutation', data }, { event: 'mutation', data })
  expect(ended).toHaveBeenCalledTimes(1)
})
