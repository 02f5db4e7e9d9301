import { expect, test } from 'vitest'
import {
  addressNew,
  findSimilar,
  guessOrganization,
  type KnownOrganization,
} from './similar-organizations.ts'

const organization = (name: string, region: string | null = null): KnownOrganization => ({
  _id: `organization-${name}`,
  name,
  fullName: name,
  slug: name,
  region,
})
const LYCEUM = organization('МБОУ «Лицей № 3»', 'Заречная область')
const SCHOOL = organization('МБОУ «СОШ № 7»', 'Курганская область')
const OTHER_SCHOOL = organization('МБОУ «СОШ № 17»')

test.each([
  ['МБОУ лицей №3', LYCEUM],
  ['МБОУ «Лицей № 3» г. Заречный', LYCEUM],
  ['СОШ № 7', SCHOOL],
])('«%s» is like an organisation that is there', (name, found) => {
  expect(findSimilar(name, [OTHER_SCHOOL, SCHOOL, LYCEUM])[0]?.organization).toBe(found)
})

test.each(['МБОУ «Лицей № 4»', 'Детский сад «Ромашка»', ''])('«%s» is like none', (name) => {
  expect(findSimilar(name, [LYCEUM, SCHOOL, OTHER_SCHOOL])).toEqual([])
})

test('a school of the same name in another region is offered, not taken', () => {
  expect(guessOrganization('МБОУ «СОШ № 7»', 'Курганская область', [SCHOOL])).toBe(SCHOOL)
  expect(guessOrganization('МБОУ «СОШ № 7»', null, [SCHOOL])).toBe(SCHOOL)
  expect(guessOrganization('МБОУ «СОШ № 7»', 'Омская область', [SCHOOL])).toBeNull()
  expect(findSimilar('МБОУ «СОШ № 7»', [SCHOOL])).toMatchObject([{ same: true }])
})

test('a new organisation gets an address that no other has', () => {
  const taken = { ...SCHOOL, _id: 'organization-mbou-sosh-7', slug: 'mbou-sosh-7' }
  expect(addressNew('МБОУ «СОШ № 7»', null, []).slug).toBe('mbou-sosh-7')
  expect(addressNew('МБОУ «СОШ № 7»', 'Омская область', [taken])).toEqual({
    _id: 'organization-mbou-sosh-7-omskaya-oblast',
    slug: 'mbou-sosh-7-omskaya-oblast',
  })
})
