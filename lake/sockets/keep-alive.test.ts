import { createServer } from 'node:http'
import { once } from 'node:events'
import { WebSocket, WebSocketServer } from 'ws'
import { expect, test } from 'vitest'
import { createKeepAlive, createRateLimit } from './keep-alive.ts'

test('a socket whose other end is silent is ended, one that answers stays', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  const keepAlive = createKeepAlive(100)
  sockets.on('connection', (socket) => keepAlive.watch(socket))
  const address = server.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  const alive = new WebSocket(url)
  await once(alive, 'open')
  const silent = new WebSocket(url, { autoPong: false })
  await once(silent, 'close')
  expect(alive.readyState).toBe(alive.OPEN)

  keepAlive.close()
  alive.terminate()
  sockets.close()
  server.close()
})

test('messages are counted in windows of ten seconds', () => {
  let time = 0
  const withinRate = createRateLimit(2, () => time)
  expect([withinRate(), withinRate(), withinRate()]).toEqual([true, true, false])
  time = 10_000
  expect(withinRate()).toBe(true)
})
