import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiveWebhook } from './receive-webhook.ts'
import { checkSignature, signatureOf } from './verify-signature.ts'

const SECRET = 'a secret of both sides'
const NOW = new Date('2026-09-01T09:00:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

function endpoint(secret: string | undefined = SECRET) {
  const woken: (readonly string[] | 'everything')[] = []
  const app = new Hono().post(
    '/hook',
    receiveWebhook({ secret, wake: (ids) => woken.push(ids ?? 'everything'), now: () => NOW }),
  )
  async function send(text: string, headers: Record<string, string> = {}): Promise<number> {
    const signed = { 'sanity-webhook-signature': signatureOf(Buffer.from(text), NOW, SECRET) }
    const response = await app.request('/hook', {
      method: 'POST',
      body: text,
      headers: { ...signed, ...headers },
    })
    return response.status
  }
  return { send, woken }
}

const message = JSON.stringify({ _id: 'x1', _rev: 'r1' })

test('a signature is the one the hosted lake makes', () => {
  const mac = createHmac('sha256', 'test').update('1633519811129.{"_id":"resume"}').digest('base64url')
  const header = `t=1633519811129,v1=${mac}`
  const at = new Date(1633519811129)
  expect(signatureOf(Buffer.from('{"_id":"resume"}'), at, 'test')).toBe(header)
  expect(checkSignature(Buffer.from('{"_id":"resume"}'), header, 'test', at)).toBeNull()
})

test('a genuine message wakes the publisher for its document', async () => {
  const { send, woken } = endpoint()
  expect(await send(message)).toBe(204)
  expect(woken).toEqual([['x1']])
})

test.each([
  ['a message without a document', '{}', ['everything']],
  ['a draft', '{"_id":"drafts.x1"}', []],
  ['a version of a release', '{"_id":"versions.r.x1"}', []],
])('%s', async (_, text, expected) => {
  const { send, woken } = endpoint()
  expect(await send(text)).toBe(204)
  expect(woken).toEqual(expected)
})

test('the same message again has no effect, nor has the same transaction signed again', async () => {
  const { send, woken } = endpoint()
  const headers = { 'sanity-transaction-id': 't1' }
  const later = signatureOf(Buffer.from(message), minutes(1), SECRET)
  expect(await send(message, headers)).toBe(204)
  expect(await send(message, headers)).toBe(204)
  expect(await send(message, { 'sanity-transaction-id': 'forged' })).toBe(204)
  expect(await send(message, { ...headers, 'sanity-webhook-signature': later })).toBe(204)
  expect(woken).toEqual([['x1']])
  expect(await send('{"_id":"x2"}', headers)).toBe(204)
  expect(woken).toEqual([['x1'], ['x2']])
})

test.each([
  ['no signature', ''],
  ['another format', 'v1=abc'],
  ['a signature by another secret', signatureOf(Buffer.from(message), NOW, 'guess')],
  ['a signature of another message', signatureOf(Buffer.from('{"_id":"x2"}'), NOW, SECRET)],
  ['a replay after the window', signatureOf(Buffer.from(message), minutes(-6), SECRET)],
  ['a message of the future', signatureOf(Buffer.from(message), minutes(6), SECRET)],
  [
    'an old signature under a new time',
    signatureOf(Buffer.from(message), minutes(-60), SECRET).replace(/^t=\d+/, `t=${NOW.getTime()}`),
  ],
  ['a second signature behind', `${signatureOf(Buffer.from(message), NOW, 'guess')},v1=${'A'.repeat(43)}`],
])('%s is refused', async (_, signature) => {
  const { send, woken } = endpoint()
  expect(await send(message, { 'sanity-webhook-signature': signature })).toBe(401)
  expect(woken).toEqual([])
})

test('what is signed and no JSON is refused', async () => {
  const { send, woken } = endpoint()
  expect(await send('[1')).toBe(400)
  expect(await send('"x1"')).toBe(400)
  expect(woken).toEqual([])
})

test('a message that is too large is refused', async () => {
  const { send, woken } = endpoint()
  expect(await send(JSON.stringify({ _id: 'x1', text: 'x'.repeat(300_000) }))).toBe(413)
  expect(woken).toEqual([])
})

test('without a secret nothing is taken', async () => {
  const woken: unknown[] = []
  const app = new Hono().post(
    '/hook',
    receiveWebhook({ secret: undefined, wake: (ids) => woken.push(ids), now: () => NOW }),
  )
  const headers = { 'sanity-webhook-signature': signatureOf(Buffer.from(message), NOW, '') }
  expect((await app.request('/hook', { method: 'POST', body: message, headers })).status).toBe(404)
  expect(woken).toEqual([])
})

test('law: no header but the right one is believed, and none is an error', () => {
  const header = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(), fc.base64String({ minLength: 43, maxLength: 44 })).map(([t, v]) => `t=${t},v1=${v}`),
  )
  fc.assert(
    fc.property(header, fc.uint8Array(), (given, body) => {
      expect(checkSignature(body, given, SECRET, NOW)).not.toBeNull()
    }),
  )
})
