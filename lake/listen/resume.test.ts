import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SanityClient } from '@sanity/client'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture
let editor: SanityClient

beforeEach(async () => {
  fixture = await createLakeFixture()
  editor = fixture.client('editor')
})

afterEach(() => fixture.close())

interface Received {
  event: string
  id: string
  data: { documentId?: string; result?: { n?: number }; previous?: { n?: number } | null }
}

/** Opens a listener as a client that lost its connection would, and reads until `count` events have come. */
async function resume(lastEventId: string | null, count: number, parameters = ''): Promise<Received[]> {
  const abort = new AbortController()
  const response = await fixture.request(
    'editor',
    `/v1/data/listen/production?query=*[_type=="page"]&enableResume=true&includeResult=true&includePreviousRevision=true${parameters}`,
    { signal: abort.signal, headers: lastEventId === null ? {} : { 'last-event-id': lastEventId } },
  )
  const received: Received[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString()
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    received.push(...parts.filter((part) => !part.startsWith(':')).map(readEvent))
    if (received.length >= count) break
  }
  abort.abort()
  return received
}

function readEvent(part: string): Received {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? ''
  return { event: field('event'), id: field('id'), data: JSON.parse(field('data')) }
}

const summary = (events: Received[]) =>
  events.map(({ event, data }) => [event, data.documentId, data.previous?.n, data.result?.n])

test('a listener that resumes gets what it missed, once and in order', async () => {
  const [welcome] = await resume(null, 1)
  await editor.create({ _id: 'a', _type: 'page', n: 1 })
  await editor.create({ _id: 'x', _type: 'post' })
  await editor.patch('a').set({ n: 2 }).commit()
  const all = await resume(welcome?.id ?? '', 3)
  expect(summary(all)).toEqual([
    ['welcomeback', undefined, undefined, undefined],
    ['mutation', 'a', undefined, 1],
    ['mutation', 'a', 1, 2],
  ])
  await editor.patch('a').set({ n: 3 }).commit()
  await editor.delete('a')
  expect(summary(await resume(all[2]?.id ?? '', 3))).toEqual([
    ['welcomeback', undefined, undefined, undefined],
    ['mutation', 'a', 2, 3],
    ['mutation', 'a', 3, undefined],
  ])
})

test('it goes on in the middle of a transaction', async () => {
  await editor.transaction(['a', 'b', 'c'].map((_id) => ({ create: { _id, _type: 'page' } }))).commit()
  const { _rev = '' } = (await editor.getDocument('a')) ?? {}
  const events = await resume(`${_rev}#a`, 3)
  expect(events.map(({ data }) => data.documentId)).toEqual([undefined, 'b', 'c'])
})

test('it survives a restart of the lake', async () => {
  const [welcome] = await resume(null, 1)
  await editor.create({ _id: 'a', _type: 'page', n: 1 })
  await fixture.reopen()
  expect(summary(await resume(welcome?.id ?? '', 2))[1]).toEqual(['mutation', 'a', undefined, 1])
})

test('new events follow the missed ones', async () => {
  const [welcome] = await resume(null, 1)
  await editor.create({ _id: 'a', _type: 'page' })
  const reading = resume(welcome?.id ?? '', 3)
  await editor.create({ _id: 'b', _type: 'page' })
  expect((await reading).map(({ data }) => data.documentId)).toEqual([undefined, 'a', 'b'])
})

test('a place that is not known, or too far back, means a reset', async () => {
  expect((await resume('no-such-transaction#a', 1))[0]).toMatchObject({ event: 'reset' })
  for (let n = 0; n <= 1_000; n++) await editor.createOrReplace({ _id: 'a', _type: 'page', n })
  expect((await resume('start', 1))[0]).toMatchObject({ event: 'reset', id: expect.stringMatching(/.+/) })
})

test('without enableResume it is always a new listener', async () => {
  const events = await resume('no-such-transaction#a', 1, '&enableResume=false')
  expect(events[0]).toMatchObject({ event: 'reset' })
  const response = await fixture.request('editor', '/v1/data/listen/production?query=*', {
    headers: { 'last-event-id': 'x#y' },
  })
  const { value } = (await response.body?.getReader().read()) ?? {}
  expect(Buffer.from(value ?? []).toString()).toContain('event: welcome\n')
})

test('an anonymous listener that missed a change other documents may show reads anew', async () => {
  await editor.create({ _id: 'a', _type: 'page', n: 1 })
  const last = await editor.create({ _id: 'b', _type: 'page', n: 1 })
  await editor.create({ _id: 'lonely', _type: 'page', n: 1 })
  const open = async () => {
    const address = '/v1/data/listen/production?query=*&enableResume=true'
    const response = await fixture.request(null, address, { headers: { 'last-event-id': last._rev } })
    for await (const chunk of response.body ?? [])
      return /^event: (.*)$/m.exec(Buffer.from(chunk).toString())?.[1]
    return undefined
  }
  expect(await open()).toBe('welcomeback')
  await editor.create({ _id: 'c', _type: 'page', other: { _ref: 'a' } })
  expect(await open()).toBe('reset')
})
