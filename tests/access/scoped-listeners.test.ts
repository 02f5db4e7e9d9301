import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAccessFixture, type AccessFixture, type Reader } from './access-fixture.ts'

let fixture: AccessFixture

beforeEach(async () => {
  fixture = await createAccessFixture()
})

afterEach(() => fixture.close())

const ref = (_ref: string) => ({ _type: 'reference', _ref })

function findReader(name: string): Reader {
  const found = fixture.readers.find((reader) => reader.name === name)
  if (!found) throw new Error(`There is no reader "${name}"`)
  return found
}

/** Everything that an open stream tells until it ends or the word appears in it. */
async function listen(reader: Reader, path: string, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const response = await fixture.fetch(reader, path, { headers, signal: abort.signal })
  expect(response.status).toBe(200)
  if (!response.body) throw new Error('The stream has no body')
  const body = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async readUntil(word: string): Promise<string> {
      while (!text.includes(word)) {
        const { done, value } = await body.read()
        if (done) return `${text}<end>`
        text += decoder.decode(value, { stream: true })
      }
      return text
    },
    stop: () => abort.abort(),
  }
}

const ALL =
  '/v1/data/listen/production?query=*&includeResult=true&includePreviousRevision=true&effectFormat=mendoza'

/** An event that every reader here is told of, to know that what came before it has been told. */
const announce = () =>
  fixture.client('administrator').createOrReplace({ _id: 'glossary', _type: 'glossaryTerm', term: 'конец' })

const SCOPED = ['nobody', 'viewer of school a', 'editor of school a'] as const

test.each(SCOPED)('%s hears nothing of drafts, people and versions of others', async (name) => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const streams = await Promise.all([
    listen(findReader(name), ALL),
    listen(findReader(name), `${ALL}&includeMutations=false`),
    listen(
      findReader(name),
      '/v1/data/listen/production?query=*%5B_id%20in%20path(%22drafts.**%22)%5D%7C%7C*',
    ),
  ])
  await raw.patch('drafts.practice-b').set({ goal: 'secret-new-draft' }).commit()
  await raw.create({
    _id: 'drafts.other',
    _type: 'practice',
    title: 'secret-born',
    organization: ref('school-b'),
  })
  await raw.patch('person-b').set({ phone: 'secret-phone' }).commit()
  await raw.patch('versions.rel.practice-b').set({ goal: 'secret-new-version' }).commit()
  await raw
    .patch('practice-b')
    .set({ review: [{ _key: 'r', comment: 'открыто' }] })
    .commit()
  await raw.delete('drafts.coverage-b')
  await announce()
  for (const stream of streams.slice(0, 2)) {
    expect(await stream.readUntil('конец')).not.toMatch(
      /secret-(?!\w+-of-a)|person-b|drafts\.\w+-b|drafts\.other/,
    )
  }
  streams.forEach(({ stop }) => stop())
})

test('an editor hears whole what is in the scope, and as the public what is not', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const stream = await listen(findReader('editor of school a'), ALL)
  await raw.patch('drafts.practice-a').set({ goal: 'secret-own' }).commit()
  await raw.patch('roadmap-b').set({ title: 'Карта Б', sourceText: 'secret-text' }).commit()
  await announce()
  const text = await stream.readUntil('конец')
  expect(text).toContain('secret-own')
  expect(text).toContain('Карта Б')
  expect(text).not.toContain('secret-text')
  stream.stop()
})

test('a document that leaves the scope disappears, and what it becomes is not told', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const stream = await listen(findReader('editor of school a'), ALL)
  await raw
    .patch('drafts.practice-a')
    .set({ organization: ref('school-b'), goal: 'secret-after-the-move' })
    .commit()
  await announce()
  const text = await stream.readUntil('конец')
  expect(text).toContain('"transition":"disappear"')
  expect(text).not.toContain('secret-after-the-move')
  stream.stop()
})

test('a document that comes into the scope appears, and what it was is not told', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const stream = await listen(findReader('editor of school a'), ALL)
  await raw
    .patch('drafts.practice-b')
    .set({ organization: ref('school-a'), goal: 'Передано' })
    .commit()
  await announce()
  const text = await stream.readUntil('конец')
  expect(text).toContain('"transition":"appear"')
  expect(text).toContain('Передано')
  expect(text).not.toContain('secret-draft-of-b')
  const history = await fixture.fetch(
    findReader('editor of school a'),
    '/v1/data/history/production/transactions/drafts.practice-b?effectFormat=mendoza',
  )
  expect(await history.text()).not.toContain('secret-draft-of-b')
  stream.stop()
})

test('when a school changes hands, those who lose it have to read anew', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const stream = await listen(findReader('editor of region 1'), ALL)
  await raw
    .patch('school-b')
    .set({ region: ref('r2') })
    .commit()
  expect(await stream.readUntil('never')).toMatch(/<end>$/)
})

test('a listener that resumes is told no more than one that stayed', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const { transactionId } = await raw.mutate(
    [{ createOrReplace: { _id: 'mark', _type: 'glossaryTerm', term: 'x' } }],
    {
      returnDocuments: false,
    },
  )
  await raw.patch('drafts.practice-b').set({ goal: 'secret-missed' }).commit()
  await raw.patch('drafts.practice-a').set({ goal: 'Пропущено' }).commit()
  const stream = await listen(findReader('editor of school a'), `${ALL}&enableResume=true`, {
    'last-event-id': `${transactionId}#mark`,
  })
  const text = await stream.readUntil('Пропущено')
  expect(text).toContain('welcomeback')
  expect(text).not.toContain('secret-missed')
  stream.stop()
})

test('a stream ends with its token, and with a change of its scope', async () => {
  const { accounts } = fixture.lake
  const reader = findReader('editor of school a')
  const stream = await listen(reader, ALL)
  accounts.revokeToken(reader.name)
  expect(await stream.readUntil('never')).toMatch(/<end>$/)
  expect((await fixture.fetch(reader, '/v1/users/me')).status).toBe(401)
})
