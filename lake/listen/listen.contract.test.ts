import type { ListenEvent, ListenOptions, SanityClient } from '@sanity/client'
import { incremental } from 'mendoza'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

// With a mocked stream neither the order of events nor what the client's own event source makes of them would be seen.

let fixture: LakeFixture
let editor: SanityClient
let subscriptions: { unsubscribe(): void }[]

beforeEach(async () => {
  fixture = await createLakeFixture({
    publicView: ({ secret: _secret, ...document }) => (document['hidden'] === true ? null : document),
  })
  editor = fixture.client('editor')
  subscriptions = []
})

afterEach(async () => {
  for (const subscription of subscriptions) subscription.unsubscribe()
  await fixture.close()
})

/** Listens, and returns the events as they come; resolves once the lake has welcomed the listener. */
async function listen(client: SanityClient, query: string, params = {}, options: ListenOptions = {}) {
  const events: Record<string, unknown>[] = []
  const errors: unknown[] = []
  const all: ListenOptions = {
    includeAllVersions: true,
    effectFormat: 'mendoza',
    events: ['welcome', 'mutation'],
    ...options,
  }
  const subscription = client.listen(query, params, all).subscribe({
    next: (event: ListenEvent) => void events.push({ ...event }),
    error: (error: unknown) => void errors.push(error),
  })
  subscriptions.push(subscription)
  await vi.waitFor(() => expect(events.length + errors.length).toBeGreaterThan(0))
  const welcome = events.shift()
  return { welcome, events, errors, subscription }
}

const until = (events: unknown[], count: number) => vi.waitFor(() => expect(events).toHaveLength(count))

test('welcomes, then tells of changes with everything the Studio needs', async () => {
  const { welcome, events } = await listen(
    editor,
    '*[_type == "page"]',
    {},
    { includePreviousRevision: true },
  )
  expect(welcome).toEqual({ type: 'welcome', listenerName: expect.any(String) })
  const created = await editor.create({ _id: 'p', _type: 'page', title: 'один' })
  const patched = await editor.patch('p').set({ title: 'два' }).commit()
  await editor.delete('p')
  await until(events, 3)

  expect(events[0]).toMatchObject({
    type: 'mutation',
    eventId: `${created._rev}#p`,
    documentId: 'p',
    transactionId: created._rev,
    transition: 'appear',
    identity: expect.stringMatching(/.+/),
    mutations: [{ create: { _id: 'p', _type: 'page', title: 'один' } }],
    previous: null,
    result: created,
    resultRev: created._rev,
    timestamp: created._updatedAt,
    visibility: 'transaction',
    transactionTotalEvents: 1,
    transactionCurrentEvent: 0,
  })
  expect(events[0]).not.toHaveProperty('previousRev')
  expect(events[1]).toMatchObject({
    transition: 'update',
    previous: created,
    result: patched,
    previousRev: created._rev,
    resultRev: patched._rev,
    mutations: [{ patch: { id: 'p', set: { title: 'два' } } }],
  })
  expect(events[2]).toMatchObject({
    transition: 'disappear',
    previous: patched,
    mutations: [{ delete: { id: 'p' } }],
  })
  expect(events[2]).not.toHaveProperty('result')
})

const apply = (value: unknown, patch: unknown[]) =>
  incremental.unwrap(incremental.applyPatch(incremental.wrap(value, 0), patch, 1))

test('effects turn the revision before into the one after', async () => {
  const { events } = await listen(editor, '*', {}, { includeResult: false })
  const { _rev, ...before } = await editor.create({
    _id: 'p',
    _type: 'page',
    title: 'один',
    list: [{ _key: 'a' }],
  })
  const { _rev: _next, ...after } = await editor
    .patch('p')
    .set({ title: 'один, два' })
    .insert('after', 'list[-1]', [{ _key: 'b' }])
    .commit()
  await until(events, 2)
  expect(events[1]).toMatchObject({ effects: { apply: expect.any(Array), revert: expect.any(Array) } })
  const effects: { apply: unknown[]; revert: unknown[] } = JSON.parse(JSON.stringify(events[1]?.['effects']))
  expect(apply(before, effects.apply)).toEqual(after)
  expect(apply(after, effects.revert)).toEqual(before)
  expect(events[1]).not.toHaveProperty('result')
})

test('a filter decides on the document before and after', async () => {
  const { events } = await listen(editor, '*[_type == "page" && n > $least]', { least: 1 })
  await editor.create({ _id: 'p', _type: 'page', n: 1 })
  await editor.patch('p').set({ n: 2 }).commit()
  await editor.patch('p').set({ n: 3 }).commit()
  await editor.patch('p').set({ n: 0 }).commit()
  await editor.create({ _id: 'q', _type: 'post', n: 5 })
  await until(events, 3)
  expect(events.map(({ transition, previousRev }) => [transition, typeof previousRev])).toEqual([
    ['appear', 'string'],
    ['update', 'string'],
    ['disappear', 'string'],
  ])
})

test.each([
  { query: '*', params: {}, ids: ['drafts.p', 'p', 'q'] },
  { query: '*[_id in $ids]', params: { ids: ['p', 'drafts.p'] }, ids: ['drafts.p', 'p'] },
  { query: '*[_type == $type]', params: { type: 'post' }, ids: ['q'] },
  { query: '*[sanity::versionOf($id)]', params: { id: 'p' }, ids: ['drafts.p', 'p'] },
  { query: '*[!(_id in path("drafts.**"))]', params: {}, ids: ['p', 'q'] },
])('the Studio’s filter $query', async ({ query, params, ids }) => {
  const { events } = await listen(editor, query, params)
  await editor
    .transaction()
    .create({ _id: 'drafts.p', _type: 'page' })
    .create({ _id: 'p', _type: 'page' })
    .create({ _id: 'q', _type: 'post' })
    .commit()
  await until(events, ids.length)
  expect(events.map(({ documentId }) => documentId)).toEqual(ids)
  expect(events.map(({ transactionCurrentEvent }) => transactionCurrentEvent)).toEqual(
    ids.map((_, index) => index),
  )
  expect(events.every(({ transactionTotalEvents }) => transactionTotalEvents === ids.length)).toBe(true)
})

test('drafts are told of only when asked for', async () => {
  const { events } = await listen(editor, '*', {}, { includeAllVersions: false })
  await editor.create({ _id: 'drafts.p', _type: 'page' })
  await editor.create({ _id: 'p', _type: 'page' })
  await until(events, 1)
  expect(events[0]).toMatchObject({ documentId: 'p' })
})

test('publishing tells of both documents in one transaction', async () => {
  await editor.create({ _id: 'drafts.p', _type: 'page', title: 'один' })
  const { events } = await listen(editor, '*[_id in ["p", "drafts.p"]]')
  await editor.action({ actionType: 'sanity.action.document.publish', draftId: 'drafts.p', publishedId: 'p' })
  await until(events, 2)
  expect(events).toMatchObject([
    { documentId: 'p', transition: 'appear', transactionTotalEvents: 2, transactionCurrentEvent: 0 },
    {
      documentId: 'drafts.p',
      transition: 'disappear',
      transactionTotalEvents: 2,
      transactionCurrentEvent: 1,
    },
  ])
})

test('a patch by query is told as a patch of each document', async () => {
  await editor.create({ _id: 'p', _type: 'page' })
  const { events } = await listen(editor, '*')
  await editor.patch({ query: '*[_type == "page"]' }).set({ seen: true }).commit({ returnDocuments: false })
  await until(events, 1)
  expect(events[0]).toMatchObject({ mutations: [{ patch: { id: 'p', set: { seen: true } } }] })
})

test('mutations can be left out', async () => {
  const { events } = await listen(editor, '*', {}, { includeMutations: false })
  await editor.create({ _id: 'p', _type: 'page' })
  await until(events, 1)
  expect(events[0]).not.toHaveProperty('mutations')
})

test.each([
  { query: '*[_type == ', type: 'queryParseError' },
  { query: '*[_id in $ids]', type: 'queryParseError' },
  { query: '*[documents::get("x") == 1]', type: 'queryEvaluationError' },
])('a bad query is an error on the channel, not of the connection: $query', async ({ query, type }) => {
  const { errors } = await listen(editor, query)
  expect(errors).toMatchObject([
    { name: 'ChannelError', message: expect.any(String), data: { error: { type } } },
  ])
  const address = `/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}`
  const response = await fixture.request('editor', address)
  expect(response.status).toBe(200)
  expect(await response.text()).toMatch(/^event: channelError\ndata: /)
})

test('an anonymous listener sees what is public, and nothing of the rest', async () => {
  const { events } = await listen(fixture.client(), '*', {}, { includePreviousRevision: true })
  await editor.create({ _id: 'drafts.p', _type: 'page', title: 'черновик' })
  await editor.create({ _id: 'h', _type: 'page', hidden: true, title: 'скрыто' })
  await editor.create({ _id: 'p', _type: 'page', title: 'открыто', secret: 'тайна один' })
  await editor.patch('p').set({ secret: 'тайна два', title: 'открыто снова' }).commit()
  await editor.patch('p').set({ hidden: true }).commit()
  await until(events, 3)
  expect(events.map(({ documentId, transition }) => [documentId, transition])).toEqual([
    ['p', 'appear'],
    ['p', 'update'],
    ['p', 'disappear'],
  ])
  const told = JSON.stringify(events)
  expect(told).toContain('открыто')
  for (const forbidden of ['тайна', 'скрыто', 'черновик', 'secret', '"hidden"'])
    expect(told).not.toContain(forbidden)
  expect(events.map(({ identity, mutations }) => [identity, mutations])).toEqual(events.map(() => ['', []]))
})

test('an anonymous listener cannot find out a hidden field by a filter', async () => {
  const { events } = await listen(fixture.client(), '*[secret == "тайна"]')
  const { events: all } = await listen(fixture.client(), '*')
  await editor.create({ _id: 'p', _type: 'page', secret: 'тайна' })
  await until(all, 1)
  expect(events).toEqual([])
})

test('an anonymous listener is told when a document looks different because another one changed', async () => {
  await fixture.close()
  // As consent does: a page names its author only while the author agrees.
  fixture = await createLakeFixture({
    publicView(document, { get }) {
      if (document._type === 'person') return document['agrees'] === true ? document : null
      const { author, ...rest } = document
      const id = author instanceof Object && '_ref' in author ? String(author._ref) : ''
      return get(id)?.['agrees'] === true ? document : rest
    },
  })
  editor = fixture.client('editor')
  const author = { _type: 'reference', _ref: 'ann' }
  await editor.create({ _id: 'ann', _type: 'person', agrees: true })
  await editor.create({ _id: 'p', _type: 'page', title: 'рассказ', author })
  await editor.create({ _id: 'q', _type: 'page', title: 'чужой' })
  const options = { includePreviousRevision: true }
  const { events } = await listen(fixture.client(), '*', {}, options)
  const { events: pages } = await listen(fixture.client(), '*[_type == "page" && defined(author)]')
  const { events: signedIn } = await listen(editor, '*')
  const tags: string[][] = []
  const live = fixture.client().live.events()
  subscriptions.push(live.subscribe((event) => void tags.push(event.type === 'message' ? event.tags : [])))
  await until(tags, 1)
  const { syncTags = [] } = await fixture.client().fetch('*[_id == "p"]', {}, { filterResponse: false })

  await editor.patch('ann').set({ agrees: false }).commit()
  await until(events, 2)
  await until(tags, 2)
  await until(pages, 1)
  expect(events).toMatchObject([
    { documentId: 'ann', transition: 'disappear', transactionTotalEvents: 2 },
    { documentId: 'p', transition: 'update', mutations: [], transactionCurrentEvent: 1 },
  ])
  expect(events[1]).toMatchObject({ result: { title: 'рассказ' }, previous: { author } })
  expect(events[1]?.['result']).not.toHaveProperty('author')
  expect(pages).toMatchObject([{ documentId: 'p', transition: 'disappear' }])
  expect(tags[1]).toEqual(expect.arrayContaining(syncTags))
  await editor.patch('ann').set({ agrees: true }).commit()
  await until(events, 4)
  expect(events[3]).toMatchObject({ documentId: 'p', transition: 'update', result: { author } })
  expect(signedIn.map(({ documentId }) => documentId)).toEqual(['ann', 'ann'])
})

test('live events name what a result was read from', async () => {
  const client = fixture.client('viewer')
  const tags: string[][] = []
  subscriptions.push(
    client.live.events().subscribe((event) => {
      if (event.type === 'welcome') tags.push([])
      if (event.type === 'message') tags.push(event.tags)
    }),
  )
  await until(tags, 1)
  const { syncTags } = await client.fetch('*[_type == "page"]', {}, { filterResponse: false })
  await editor.create({ _id: 'q', _type: 'post' })
  await editor.create({ _id: 'drafts.p', _type: 'page' })
  await editor.create({ _id: 'p', _type: 'page' })
  await until(tags, 3)
  const touched = tags.map((list) => list.some((tag) => syncTags?.some((own) => own === tag)))
  expect(touched).toEqual([false, false, true])
})

test('live events of drafts need someone who is signed in', async () => {
  const address = '/v2025-02-19/data/live/events/production?includeDrafts=true'
  expect((await fixture.request(null, address)).status).toBe(401)
})

test('the observable client listens too', async () => {
  const events: unknown[] = []
  const listening = editor.observable.listen('*', {}, { events: ['welcome'] })
  subscriptions.push(listening.subscribe((event) => void events.push(event)))
  await vi.waitFor(() => expect(events).toMatchObject([{ type: 'welcome' }]))
})

test('a filter that takes too long for a document ends its stream with the reason', async () => {
  const query = `*["${'a'.repeat(60)}" match "${'*a'.repeat(20)}b" || title match "x*"]`
  const response = await fixture.request(
    'viewer',
    `/v1/data/listen/production?query=${encodeURIComponent(query)}`,
  )
  expect(await response.text()).toMatch(/event: channelError\n.*queryTimeoutError/)
})

test('many filters that take long do not hold up everybody', async () => {
  const limited = await createLakeFixture({ limits: { filterMsPerSecond: 0.001, filterMsAtOnce: 0.001 } })
  try {
    const open = (role: 'viewer' | null, query: string) =>
      limited.request(role, `/v1/data/listen/production?query=${encodeURIComponent(query)}`)
    const hostile = await Promise.all(
      Array.from({ length: 5 }, (_, n) => open(null, `*[title match "*а*и*а*и*ы${n}"]`)),
    )
    const patient = await open('viewer', '*[title match "*а*и*а*и*ы"]')
    const light = await open(null, '*[_type == "page"]')
    const client = limited.client('editor')
    await client.create({ _id: 'p', _type: 'page', title: 'наставник и ученик' })
    // These have ended: who listens connects again and reads anew.
    for (const stream of [...hostile, patient]) expect(await stream.text()).toMatch(/^event: welcome\n[^]*$/)
    await client.delete('p')
    const reader = light.body?.getReader()
    let heard = ''
    while (!heard.includes('disappear')) heard += Buffer.from((await reader?.read())?.value ?? []).toString()
    await reader?.cancel()
  } finally {
    await limited.close()
  }
})
