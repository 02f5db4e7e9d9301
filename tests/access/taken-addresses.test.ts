import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessFixture, type AccessFixture } from './access-fixture.ts'

let fixture: AccessFixture

beforeAll(async () => {
  fixture = await createAccessFixture()
})

afterAll(() => fixture.close())

const ref = (_ref: string) => ({ _type: 'reference', _ref })
const slug = (current: string) => ({ _type: 'slug', current })
const practice = { _type: 'practice', title: 'Наше', organization: ref('school-a') }

/** As the editor of school a, who sees that school b has the page `/praktiki/p-b/`. */
async function mutate(...mutations: unknown[]) {
  const reader = fixture.readers.find(({ name }) => name === 'editor of school a')
  if (!reader) throw new Error('There is no editor of school a')
  const body = JSON.stringify({ mutations })
  const response = await fixture.fetch(reader, '/v1/data/mutate/production', { method: 'POST', body })
  return { status: response.status, text: await response.text() }
}

test.each<[string, unknown[]]>([
  ['a new document', [{ create: { _id: 'aaa', ...practice, slug: slug('p-b') } }]],
  ['a new slug', [{ patch: { id: 'practice-a', set: { 'slug.current': 'p-b' } } }]],
  ['a slug of its school, above others', [{ patch: { id: 'school-a', set: { slug: slug('school-b') } } }]],
  [
    'an id that comes first, in one transaction',
    [
      { create: { _id: 'drafts.aaa', ...practice, slug: slug('p-b') } },
      { create: { _id: 'aaa', ...practice, slug: slug('p-b') } },
      { delete: { id: 'drafts.aaa' } },
    ],
  ],
])('no school takes the page of another by %s', async (_name, mutations) => {
  const { status, text } = await mutate(...mutations)
  expect(status).toBe(409)
  expect(text).toContain('addressTakenError')
})

test('a draft may have any slug; publishing it is refused', async () => {
  expect(await mutate({ create: { _id: 'drafts.bbb', ...practice, slug: slug('p-b') } })).toMatchObject({
    status: 200,
  })
  const { status } = await mutate({ createIfNotExists: { _id: 'bbb', ...practice, slug: slug('p-b') } })
  expect(status).toBe(409)
})

test('slugs repeat where addresses do not, and in a school of one’s own', async () => {
  const administrator = fixture.client('administrator', { perspective: 'raw' })
  await administrator
    .patch('roadmap-b')
    .set({ slug: slug('2026-2027') })
    .commit()
  const mutations = [
    { patch: { id: 'roadmap-a', set: { slug: slug('2026-2027') } } },
    { create: { _id: 'ccc', ...practice, slug: slug('p-own') } },
    { create: { _id: 'ddd', ...practice, slug: slug('p-own') } },
  ]
  expect(await mutate(...mutations)).toMatchObject({ status: 200 })
})

test('who has an address that others have too keeps it', async () => {
  const administrator = fixture.client('administrator', { perspective: 'raw' })
  await administrator.create({ _id: 'twin', ...practice, slug: slug('p-b') })
  expect(await mutate({ patch: { id: 'twin', set: { goal: 'Цель' } } })).toMatchObject({ status: 200 })
})
