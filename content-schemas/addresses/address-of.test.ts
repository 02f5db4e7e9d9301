import { expect, test } from 'vitest'
import {
  type AddressedDocument,
  addressedTypes,
  addressOf,
  informationSupportAddressOf,
} from './address-of.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const reference = (id: string) => ({ _type: 'reference', _ref: id })

const documents: AddressedDocument[] = [
  { _id: 'region', _type: 'region', slug: slug('kurganskaya-oblast') },
  { _id: 'district', _type: 'municipality', slug: slug('shadrinsk'), region: reference('region') },
  { _id: 'school', _type: 'organization', slug: slug('licej-1'), region: reference('region') },
  { _id: 'map', _type: 'roadmap', slug: slug('2024-2025'), organization: reference('school') },
  { _id: 'regional-map', _type: 'roadmap', slug: slug('2022-2025'), region: reference('region') },
  { _id: 'orphan-map', _type: 'roadmap', slug: slug('2022-2025') },
  { _id: 'lost-map', _type: 'roadmap', slug: slug('2022-2025'), organization: reference('nowhere') },
  { _id: 'coverage', _type: 'coverage', slug: slug('posvyashchenie') },
  { _id: 'practice', _type: 'practice', slug: slug('chitaem-vmeste') },
  { _id: 'untitled', _type: 'practice' },
  { _id: 'material', _type: 'material', slug: slug('pamyatka') },
  { _id: 'collection', _type: 'collection', slug: slug('pervyj-god') },
  { _id: 'act', _type: 'legalAct', slug: slug('tk-351-8') },
  { _id: 'event', _type: 'event', slug: slug('forum') },
  { _id: 'term', _type: 'glossaryTerm', slug: slug('nastavnik') },
  { _id: 'page', _type: 'page', slug: slug('o-proekte') },
  { _id: 'siteSettings', _type: 'siteSettings' },
  { _id: 'person', _type: 'person', name: 'Иванова А.А.' },
]

const byId = new Map(documents.map((document) => [document._id, document]))
const get = (id: string) => byId.get(id)

test.each([
  ['region', '/regiony/kurganskaya-oblast/'],
  ['district', '/regiony/kurganskaya-oblast/shadrinsk/'],
  ['school', '/organizacii/licej-1/'],
  ['map', '/organizacii/licej-1/karta/2024-2025/'],
  ['regional-map', '/regiony/kurganskaya-oblast/karta/2022-2025/'],
  ['orphan-map', null],
  ['lost-map', null],
  ['coverage', '/publikacii/posvyashchenie/'],
  ['practice', '/praktiki/chitaem-vmeste/'],
  ['untitled', null],
  ['material', '/materialy/pamyatka/'],
  ['collection', '/sborniki/pervyj-god/'],
  ['act', '/dokumenty/#tk-351-8'],
  ['event', '/kalendar/#forum'],
  ['term', '/glossarij/#nastavnik'],
  ['page', '/o-proekte/'],
  ['siteSettings', '/'],
  ['person', null],
])('%s is shown at %s', (id, address) => {
  expect(addressOf(documentCalled(id), get)).toBe(address)
})

test('information support of a roadmap stands below the roadmap', () => {
  expect(informationSupportAddressOf(documentCalled('map'), get)).toBe(
    '/organizacii/licej-1/karta/2024-2025/informacionnaya-podderzhka/',
  )
  expect(informationSupportAddressOf(documentCalled('orphan-map'), get)).toBeNull()
})

test('documents that name each other, or themselves, as owners have no address', () => {
  const loop: Record<string, AddressedDocument> = {
    map: { _id: 'map', _type: 'roadmap', slug: slug('x'), organization: reference('map') },
    one: { _id: 'one', _type: 'roadmap', slug: slug('x'), organization: reference('two') },
    two: { _id: 'two', _type: 'municipality', slug: slug('x'), region: reference('one') },
  }
  for (const document of Object.values(loop)) expect(addressOf(document, (id) => loop[id])).toBeNull()
})

test('every type with an address has an example above', () => {
  const shown = documents.filter((document) => addressOf(document, get) !== null)
  expect(new Set(shown.map((document) => document._type))).toEqual(new Set(addressedTypes()))
})

function documentCalled(id: string): AddressedDocument {
  const document = byId.get(id)
  if (document === undefined) throw new Error(`No example is called ${id}`)
  return document
}
