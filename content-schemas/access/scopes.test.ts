import { evaluateSync, parse, toJS } from 'groq-js'
import { expect, test } from 'vitest'
import { organizationScope, regionScope, type ContentScope } from './scopes.ts'

const ref = (_ref: string) => ({ _type: 'reference', _ref })

const DOCUMENTS = [
  { _id: 'r1', _type: 'region' },
  { _id: 'r2', _type: 'region' },
  { _id: 'm1', _type: 'municipality', region: ref('r1') },
  { _id: 'a', _type: 'organization', region: ref('r1') },
  { _id: 'drafts.a', _type: 'organization', region: ref('r1') },
  { _id: 'b', _type: 'organization', region: ref('r1') },
  { _id: 'c', _type: 'organization', region: ref('r2') },
  { _id: 'map-a', _type: 'roadmap', organization: ref('a') },
  { _id: 'map-b', _type: 'roadmap', organization: ref('b') },
  { _id: 'map-c', _type: 'roadmap', organization: ref('c') },
  { _id: 'map-r1', _type: 'roadmap', region: ref('r1') },
  { _id: 'map-odd', _type: 'roadmap', organization: ref('a'), region: ref('r2') },
  { _id: 'news-a', _type: 'coverage', roadmap: ref('map-a') },
  { _id: 'news-b', _type: 'coverage', roadmap: ref('map-b') },
  { _id: 'news-r1', _type: 'coverage', roadmap: ref('map-r1') },
  { _id: 'news-c', _type: 'coverage', roadmap: ref('map-c') },
  { _id: 'practice-a', _type: 'practice', organization: ref('a') },
  { _id: 'event-r1', _type: 'event', region: ref('r1') },
  { _id: 'person-a', _type: 'person', organization: ref('a') },
  { _id: 'person-c', _type: 'person', organization: ref('c') },
  { _id: 'page', _type: 'page', organization: ref('a') },
  { _id: 'act', _type: 'legalAct' },
  { _id: 'siteSettings', _type: 'siteSettings', organization: ref('a'), region: ref('r1') },
]

/** The ids of what the scope holds, its sets taken one after the other. */
function listScope({ filter, sets }: ContentScope): unknown {
  const params: Record<string, unknown> = {}
  const find = (query: string) => toJS(evaluateSync(parse(query, { params }), { dataset: DOCUMENTS, params }))
  for (const set of sets) params[set.name] = find(`*[${set.filter}].${set.value ?? '_id'}`)
  return find(`*[${filter}]._id`)
}

test('a school holds itself and what is its own, and nothing of the site', () => {
  expect(listScope(organizationScope({ id: 'a', name: 'Школа' }))).toEqual([
    'a',
    'drafts.a',
    'map-a',
    'news-a',
    'practice-a',
    'person-a',
  ])
})

test('a region holds itself, its organisations and what is theirs', () => {
  expect(listScope(regionScope({ id: 'r1', name: 'Область' }))).toEqual([
    'r1',
    'm1',
    'a',
    'drafts.a',
    'b',
    'map-a',
    'map-b',
    'map-r1',
    'news-a',
    'news-b',
    'news-r1',
    'practice-a',
    'event-r1',
    'person-a',
  ])
})

test('an id cannot break out of the filter', () => {
  expect(listScope(organizationScope({ id: 'x" || true || "', name: 'Обман' }))).toEqual([])
})
