import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { CommandError } from '../command-line.ts'
import { listen } from './listen.ts'

const hello = () => new Response('привет')

test('answers until closed, and frees the port', async () => {
  const first = await listen(hello, 0)
  expect(await (await fetch(`http://localhost:${first.port}/`)).text()).toBe('привет')
  await first.close()
  const second = await listen(hello, first.port)
  await second.close()
})

test('a port that is taken is said in words, with what to do', async () => {
  const first = await listen(hello, 0)
  await expect(listen(hello, first.port)).rejects.toThrow(CommandError)
  await expect(listen(hello, first.port)).rejects.toThrow(`Порт ${first.port} занят`)
  await first.close()
})

test('a connection that never ends does not hold up the end', async () => {
  const listening = await listen(() => new Promise<Response>(() => {}), 0)
  const socket = connect(listening.port, 'localhost')
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'connect')
  const ended = once(socket, 'close')
  const startedAt = performance.now()
  await listening.close()
  await ended
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})
