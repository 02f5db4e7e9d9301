import { expect, test } from 'vitest'
import { z } from 'zod'
import type { LakeDocument } from '#content/documents/content-document.ts'
import { hasValidConsent } from '#content/privacy/consent.ts'
import { createNameFinder } from '#content/privacy/person-name.ts'
import { findDocumentProblems } from '#content/validation/document-validators.ts'
import { EVIDENCE_LEVELS } from '#content/vocabulary/evidence-levels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { PRACTICE_AUDIENCES } from '#content/vocabulary/practice-audiences.ts'
import { listRoleModels } from '#content/vocabulary/role-models.ts'
import { landDocument, listStrings, readContentDocuments, sizeOfExampleFile } from './read-examples.ts'

const today = '2026-11-21'
const documents = readContentDocuments()
const practices = documents
  .filter(({ _type }) => _type === 'practice')
  .map((practice) =>
    z
      .looseObject({
        _id: z.string(),
        form: z.enum(FORMS.map(({ key }) => key)),
        kind: z.string(),
        roleModel: z.string().optional(),
        audience: z.array(z.string()),
        evidence: z.string(),
      })
      .parse(practice),
  )

test('people hold no organization back from being deleted', () => {
  const people = documents.filter(({ _type }) => _type === 'person')
  for (const person of people) expect(person).toHaveProperty('organization._weak', true)
})

test.each([
  ['region', 2],
  ['municipality', 4],
  ['organization', 11],
  ['person', 16],
  ['coverage', 38],
  ['practice', 16],
  ['material', 22],
  ['collection', 4],
  ['legalAct', 9],
  ['event', 10],
  ['indicatorReport', 4],
  ['glossaryTerm', 27],
  ['page', 3],
  ['siteSettings', 1],
])('there are documents of type %s: %i', (type, count) => {
  expect(documents.filter(({ _type }) => _type === type)).toHaveLength(count)
})

test('documents stand by type, then id, each once', () => {
  const order = documents.map(({ _type, _id }) => `${_type} ${_id}`)
  expect(order).toEqual(order.toSorted())
  expect(new Set(documents.map(({ _id }) => _id)).size).toBe(documents.length)
})

test('documents keep to the schema', () => {
  const problems = documents.flatMap((document) =>
    findDocumentProblems(landDocument(document)).map((problem) => ({ id: document._id, ...problem })),
  )
  expect(problems).toEqual([])
})

test('pictures and files exist and are small', () => {
  const assets = documents.flatMap((document) =>
    listStrings(document).filter(({ path }) => path.endsWith('_sanityAsset')),
  )
  const paths = assets.map(({ text }) => text.replace(/^(?:image|file)@file:\/\//, ''))
  expect(paths.filter((path) => sizeOfExampleFile(path) > 40_000)).toEqual([])
  expect(new Set(paths.filter((path) => path.endsWith('.docx'))).size).toBe(7)
  expect(new Set(paths.filter((path) => path.endsWith('.webp'))).size).toBe(14)
})

test('items of arrays have keys, each once in its array', () => {
  const unkeyed = documents.flatMap((document) => listUnkeyed(document, document._id))
  expect(unkeyed).toEqual([])
})

test('addresses are unique within a type', () => {
  const addresses = documents.flatMap((document) => {
    const slug = z.object({ current: z.string() }).safeParse(document['slug'])
    return slug.success ? [`${document._type} ${slug.data.current}`] : []
  })
  expect(addresses.toSorted()).toEqual([...new Set(addresses)].toSorted())
})

test.each([
  ['form', FORMS],
  ['kind', KINDS],
  ['evidence', EVIDENCE_LEVELS],
  ['audience', PRACTICE_AUDIENCES],
] as const)('practices show every %s', (field, vocabulary) => {
  const used = new Set(practices.flatMap((practice) => practice[field]))
  expect(used).toEqual(new Set(vocabulary.map(({ key }) => key)))
})

test('role models belong to the forms of their practices', () => {
  const wrong = practices.filter(
    ({ form, roleModel }) =>
      (roleModel === undefined) !== (listRoleModels(form).length === 0) ||
      (roleModel !== undefined && !listRoleModels(form).some(({ key }) => key === roleModel)),
  )
  expect(wrong).toEqual([])
})

test('nobody without consent is named outside of their own document', () => {
  const unnamed = documents.filter((person) => person._type === 'person' && !hasValidConsent(person, today))
  expect(unnamed).toHaveLength(7)
  for (const person of unnamed) {
    const finder = createNameFinder(z.string().parse(person['fullName']))
    const named = documents
      .filter(({ _id }) => _id !== person._id)
      .flatMap((document) => listStrings(document, ['_ref', '_id']))
      .filter(({ text }) => (finder?.find(text).length ?? 0) > 0)
    expect(finder).toBeDefined()
    expect(named).toEqual([])
  }
})

test('consents are of every state: valid, none, run out, withdrawn, not for the name', () => {
  const states = documents.filter(({ _type }) => _type === 'person').map((person) => consentState(person))
  expect(new Set(states)).toEqual(new Set(['valid', 'none', 'run out', 'withdrawn', 'not for the name']))
})

test('dashes and quotes are Russian', () => {
  const plain = documents.flatMap((document) =>
    listStrings(document, ['_sanityAsset', 'href', 'url']).filter(({ text }) =>
      /["”]| - |\u00A0| {2}/.test(text),
    ),
  )
  expect(plain).toEqual([])
})

function consentState(person: LakeDocument): string {
  if (hasValidConsent(person, today)) return 'valid'
  const consent = z
    .object({ scope: z.array(z.string()), until: z.string().optional(), withdrawn: z.string().optional() })
    .optional()
    .parse(person['consent'])
  if (consent === undefined) return 'none'
  if (consent.withdrawn !== undefined) return 'withdrawn'
  return consent.scope.includes('name') ? 'run out' : 'not for the name'
}

function listUnkeyed(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([field, item]) => listUnkeyed(item, `${path}.${field}`))
  if (!Array.isArray(value)) return inside
  const objects = value.filter((item) => typeof item === 'object')
  const keys = z.array(z.object({ _key: z.string().min(1) })).safeParse(objects)
  const isKeyed = keys.success && new Set(keys.data.map(({ _key }) => _key)).size === objects.length
  return isKeyed ? inside : [path, ...inside]
}
