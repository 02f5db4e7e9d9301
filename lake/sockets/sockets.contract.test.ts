import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createClient } from '@sanity/client'
import { getRequestListener } from '@hono/node-server'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

// Long enough for a machine that is busy with other things.
const WAIT = { timeout: 10_000 } as const

let fixture: LakeFixture
let server: Server
let origin: string

beforeEach(async () => {
  fixture = await createLakeFixture()
  server = createServer(getRequestListener((request) => fixture.lake.fetch(request)))
  fixture.lake.attach(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterEach(async () => {
  await fixture.close()
  server.close()
})

async function signIn(login: string): Promise<string> {
  fixture.lake.accounts.addUser(login, 'editor')
  const link = fixture.lake.accounts.createSignInLink(login)
  const response = await fetch(`${origin}${link}`, { redirect: 'manual' })
  expect(response.headers.get('location')).toBe('/studio')
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

function openStreams(cookie: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/v1/streams`, { headers: { cookie, origin } })
  let text = ''
  socket.on('message', (data) => {
    text += Buffer.isBuffer(data) ? data.toString('utf8') : ''
  })
  return { socket, received: () => text, closed: once(socket, 'close').then(([code]) => Number(code)) }
}

test('sign in by link, listen over the socket, sign out: everything of the session ends', async () => {
  const cookie = await signIn('anna')
  const me = await fetch(`${origin}/v1/users/me`, { headers: { cookie } })
  expect(await me.json()).toMatchObject({ name: 'anna', role: 'editor' })

  const streams = openStreams(cookie)
  await once(streams.socket, 'open')
  const query = encodeURIComponent('*[_type == "practice"]')
  const url = `/v2025-02-19/data/listen/production?query=${query}&includeResult=true&includeAllVersions=true`
  streams.socket.send(JSON.stringify({ type: 'open', id: 1, url, headers: {} }))
  await expect.poll(streams.received, WAIT).toContain('welcome')
  await fixture.client('editor').create({ _id: 'drafts.p', _type: 'practice', title: 'Школа наставника' })
  await expect.poll(streams.received, WAIT).toContain('Школа наставника')

  await fetch(`${origin}/v1/auth/logout`, { method: 'POST', headers: { cookie, origin } })
  expect(await streams.closed).toBe(4401)
  expect((await fetch(`${origin}/v1/users/me`, { headers: { cookie } })).status).toBe(401)
})

test('a stranger hears over the socket what is public, and no drafts', async () => {
  const streams = openStreams('')
  await once(streams.socket, 'open')
  const url = '/v2025-02-19/data/listen/production?query=*&includeResult=true&includeAllVersions=true'
  streams.socket.send(JSON.stringify({ type: 'open', id: 1, url, headers: {} }))
  await expect.poll(streams.received, WAIT).toContain('welcome')
  const editor = fixture.client('editor')
  await editor.create({ _id: 'drafts.p', _type: 'practice', title: 'черновик' })
  await editor.create({ _id: 'p', _type: 'practice', title: 'опубликовано' })
  await expect.poll(streams.received, WAIT).toContain('опубликовано')
  expect(streams.received()).not.toContain('черновик')
})

test('the official client uploads and downloads over HTTP', async () => {
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: origin,
    useProjectHostname: false,
    useCdn: false,
    token: fixture.lake.accounts.addToken('проверка', 'editor'),
  })
  const bytes = Buffer.alloc(3_000_000, 'школа ')
  const asset = await client.assets.upload('file', bytes, { filename: 'большой.txt' })
  expect(asset.url).toBe(`${origin}/files/local/production/${asset.sha1hash}.txt`)
  expect((await fetch(asset.url)).status).toBe(404)
  await client.create({ _type: 'material', file: { asset: { _ref: asset._id } } })
  const response = await fetch(asset.url)
  expect(response.headers.get('cache-control')).toBe('public, max-age=86400')
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
})

test('closing the lake tells the sockets', async () => {
  const streams = openStreams(await signIn('anna'))
  await once(streams.socket, 'open')
  await fixture.reopen()
  expect(await streams.closed).toBe(1001)
})
