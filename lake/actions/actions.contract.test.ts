import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Action, SanityClient } from '@sanity/client'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture
let client: SanityClient

beforeEach(async () => {
  fixture = await createLakeFixture()
  client = fixture.client('editor', { perspective: 'raw' })
})

afterEach(() => fixture.close())

const act = (...actions: Action[]) => client.action(actions)

/** Sends actions that the types of the client do not have. */
async function send(body: unknown) {
  const init = { method: 'POST', body: JSON.stringify(body) }
  const response = await fixture.request('editor', '/v2025-02-19/data/actions/production', init)
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}

const create = (title: string, ifExists: 'fail' | 'ignore' = 'fail') =>
  ({
    actionType: 'sanity.action.document.create',
    publishedId: 'p',
    attributes: { _id: 'drafts.p', _type: 'page', title },
    ifExists,
  }) as const
const edit = (set: Record<string, unknown>) =>
  ({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.p',
    publishedId: 'p',
    patch: { set },
  }) as const
const publish = {
  actionType: 'sanity.action.document.publish',
  draftId: 'drafts.p',
  publishedId: 'p',
} as const
const unpublish = {
  actionType: 'sanity.action.document.unpublish',
  draftId: 'drafts.p',
  publishedId: 'p',
} as const
const discard = { actionType: 'sanity.action.document.discard', draftId: 'drafts.p' } as const
const remove = (includeDrafts: string[] = []) =>
  ({ actionType: 'sanity.action.document.delete', publishedId: 'p', includeDrafts }) as const

const titles = () => client.fetch<unknown>('*[_type == "page"] | order(_id){_id, title}')

test('create makes a draft, once', async () => {
  await act(create('один'))
  expect(await titles()).toEqual([{ _id: 'drafts.p', title: 'один' }])
  await expect(act(create('два'))).rejects.toMatchObject({
    statusCode: 409,
    details: { type: 'actionError', items: [{ index: 0, error: { type: 'documentAlreadyExistsError' } }] },
  })
  await act(create('три', 'ignore'))
  expect(await titles()).toEqual([{ _id: 'drafts.p', title: 'один' }])
})

test('editing begins a draft as a copy of what is published', async () => {
  const published = await client.create({ _id: 'p', _type: 'page', title: 'один', body: 'текст' })
  await act(edit({ title: 'два' }))
  expect(await client.getDocument('drafts.p')).toMatchObject({
    title: 'два',
    body: 'текст',
    _createdAt: published._createdAt,
  })
  expect(await client.getDocument('p')).toEqual(published)
})

test('editing needs a document', async () => {
  await expect(act(edit({ title: 'два' }))).rejects.toMatchObject({
    statusCode: 409,
    details: { items: [{ error: { type: 'documentNotFoundError' } }] },
  })
})

test('an edit that only guards against emptiness is a transaction all the same', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  const guard = { ...edit({}), patch: { unset: ['_empty_action_guard_pseudo_field_'] } }
  const { transactionId } = await client.action(guard, { transactionId: 'mine' })
  expect(transactionId).toBe('mine')
  expect(await client.getDocument('drafts.p')).toMatchObject({ title: 'один', _rev: 'mine' })
})

test('publishing replaces the published document by the draft', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один', old: true })
  await act(edit({ title: 'два' }), { ...edit({}), patch: { unset: ['old'] } })
  await act(publish)
  expect(await client.fetch('*')).toMatchObject([{ _id: 'p', title: 'два' }])
  expect(await client.getDocument('p')).not.toHaveProperty('old')
})

test('publishing heeds the revisions it is told', async () => {
  const published = await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await act(edit({ title: 'два' }))
  await client.patch('p').set({ title: 'иначе' }).commit()
  const stale = act({ ...publish, ifPublishedRevisionId: published._rev })
  await expect(stale).rejects.toMatchObject({
    statusCode: 409,
    details: { items: [{ error: { type: 'documentRevisionIDDoesNotMatchError' } }] },
  })
  await expect(act({ ...publish, ifDraftRevisionId: 'no-such' })).rejects.toMatchObject({ statusCode: 409 })
  expect(await titles()).toEqual([
    { _id: 'drafts.p', title: 'два' },
    { _id: 'p', title: 'иначе' },
  ])
})

test('publishing without a draft is refused', async () => {
  await client.create({ _id: 'p', _type: 'page' })
  await expect(act(publish)).rejects.toMatchObject({ statusCode: 409 })
})

test('references that wait for publication become strong with it', async () => {
  const waiting = { _ref: 'school', _weak: true, _strengthenOnPublish: { type: 'organization' } }
  const weak = { _ref: 'other', _weak: true, _strengthenOnPublish: { type: 'organization', weak: true } }
  await act(
    create('один'),
    edit({
      list: [
        { _key: 'a', ...waiting },
        { _key: 'b', ...weak },
      ],
      always: { _ref: 'x', _weak: true },
    }),
  )
  await expect(act(publish)).rejects.toMatchObject({
    statusCode: 409,
    details: { items: [{ error: { id: 'p', referenceID: 'school' } }] },
  })
  await client.create({ _id: 'school', _type: 'organization' })
  await act(publish)
  expect(await client.getDocument('p')).toMatchObject({
    list: [
      { _key: 'a', _ref: 'school' },
      { _key: 'b', _ref: 'other', _weak: true },
    ],
    always: { _ref: 'x', _weak: true },
  })
  expect(JSON.stringify(await client.getDocument('p'))).not.toContain('_strengthenOnPublish')
  await expect(client.delete('school')).rejects.toMatchObject({ statusCode: 409 })
})

test('unpublishing leaves a draft', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await act(unpublish)
  expect(await titles()).toEqual([{ _id: 'drafts.p', title: 'один' }])
})

test('unpublishing keeps the draft there is', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await act(edit({ title: 'два' }))
  await act(unpublish)
  expect(await titles()).toEqual([{ _id: 'drafts.p', title: 'два' }])
})

test('unpublishing and deleting are refused while something refers to the document', async () => {
  await client.create({ _id: 'p', _type: 'page' })
  await client.create({ _id: 'q', _type: 'post', page: { _ref: 'p' } })
  for (const action of [unpublish, remove()]) {
    await expect(client.action(action)).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'actionError',
        items: [{ error: { type: 'documentHasExistingReferencesError', id: 'p' } }],
      },
    })
  }
  expect(await titles()).toHaveLength(1)
})

test('discarding removes the draft only', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await act(edit({ title: 'два' }))
  await act(discard)
  expect(await titles()).toEqual([{ _id: 'p', title: 'один' }])
  await expect(act(discard)).rejects.toMatchObject({ statusCode: 409 })
})

test('the Studio discards by a version whose id is the draft’s', async () => {
  await act(create('один'))
  await client.action({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.p' })
  expect(await titles()).toEqual([])
})

test('deleting takes the drafts that it names, and refuses to leave one behind', async () => {
  await client.create({ _id: 'p', _type: 'page' })
  await act(edit({ title: 'два' }))
  await expect(act(remove())).rejects.toMatchObject({ statusCode: 409 })
  await act(remove(['drafts.p']))
  expect(await titles()).toEqual([])
})

test('deleting with purge forgets the history too', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'тайна' })
  await act({ ...remove(), purge: true })
  const history = await fixture.request(
    'editor',
    '/v1/data/history/production/transactions/p?effectFormat=mendoza',
  )
  expect(await history.text()).toBe('')
})

test('replaceDraft restores a draft to what it is given', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один', old: true })
  await client.action({
    actionType: 'sanity.action.document.replaceDraft',
    publishedId: 'p',
    attributes: { _id: 'drafts.p', _type: 'page', title: 'из истории' },
  })
  const draft = await client.getDocument('drafts.p')
  expect(draft).toMatchObject({ title: 'из истории' })
  expect(draft).not.toHaveProperty('old')
})

test('restoring a deleted document: create, then replaceDraft, in one request', async () => {
  const attributes = { _id: 'drafts.p', _type: 'page', title: 'снова здесь' }
  await act(create('снова здесь'), {
    actionType: 'sanity.action.document.replaceDraft',
    publishedId: 'p',
    attributes,
  })
  expect(await titles()).toEqual([{ _id: 'drafts.p', title: 'снова здесь' }])
})

test('several actions are done whole or not at all', async () => {
  const failing = act(create('один'), edit({ title: 'два' }), { ...publish, ifDraftRevisionId: 'no-such' })
  await expect(failing).rejects.toMatchObject({ statusCode: 409, details: { items: [{ index: 2 }] } })
  expect(await titles()).toEqual([])
})

test('dryRun writes nothing', async () => {
  await client.action(create('один'), { dryRun: true })
  expect(await titles()).toEqual([])
})

test.each([
  'sanity.action.document.version.unpublish',
  'sanity.action.release.create',
  'sanity.action.release.publish',
  'sanity.action.document.variant.create',
  'sanity.action.nonsense',
])('%s is refused clearly', async (actionType) => {
  const { status, answer } = await send({ actions: [{ actionType, releaseId: 'r', publishedId: 'p' }] })
  expect(status).toBe(400)
  expect(answer).toMatchObject({
    error: { description: expect.stringContaining(`"${actionType}" is not supported`) },
  })
})

test.each([
  { name: 'a version in a release', action: { ...edit({}), draftId: 'versions.r1.p' } },
  { name: 'the draft of another document', action: { ...publish, draftId: 'drafts.q' } },
  { name: 'a draft as the published one', action: { ...publish, publishedId: 'drafts.p' } },
  { name: 'a patch that is malformed', action: edit({ 'a b': 1 }) },
  { name: 'a patch with an unknown operation', action: { ...edit({}), patch: { merge: { title: 'два' } } } },
  { name: 'a missing field', action: { actionType: 'sanity.action.document.publish' } },
])('refuses $name', async ({ action }) => {
  await client.create({ _id: 'p', _type: 'page' })
  expect(await send({ actions: [action] })).toMatchObject({ status: 400 })
  expect(await client.fetch('*._id')).toEqual(['p'])
})
