import { expect, test } from 'vitest'
import { findUnpublished } from './find-unpublished.ts'

const waiting = (id: string) => ({
  _type: 'reference',
  _ref: id,
  _weak: true,
  _strengthenOnPublish: { type: 'x' },
})
const region = { _id: 'drafts.region-a', _type: 'region', name: 'Заречная область' }
const school = {
  _id: 'drafts.school',
  _type: 'organization',
  name: 'Школа № 7',
  region: waiting('region-a'),
}
const fetchFrom =
  (documents: readonly { _id: string }[]) =>
  async (ids: readonly string[]): Promise<unknown> =>
    documents.filter(({ _id }) => ids.includes(_id))
const roadmap = { _id: 'drafts.map', organization: waiting('school'), title: 'Карта' }

test('what a draft waits for is named in the order in which it can be published', async () => {
  const found = await findUnpublished(roadmap, fetchFrom([region, school]))
  expect(found.map(({ id }) => id)).toEqual(['region-a', 'school'])
})

test('what is published already is not waited for', async () => {
  const published = { ...school, _id: 'school' }
  expect(await findUnpublished(roadmap, fetchFrom([school, published]))).toEqual([])
})

test('an organisation without a region says so', async () => {
  const { region: _region, ...alone } = school
  expect(await findUnpublished(roadmap, fetchFrom([alone]))).toMatchObject([{ lacks: ['регион'] }])
})
