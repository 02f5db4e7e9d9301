import { evaluateSync, parse, toJS } from 'groq-js'
import { expect, test } from 'vitest'
import { addressedTypes } from '../addresses/address-of.ts'
import { CONTENT_DOCUMENT_TYPES } from '../documents/content-document-types.ts'
import { queryValidators } from '../validation/query-validators.ts'
import { allQueries } from './all-queries.ts'
import { PRESENTED_PAGES } from './presentation.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const reference = (id: string) => ({ _type: 'reference', _ref: id })
const stored = { _rev: 'r1', _createdAt: '2020-01-01T00:00:00Z', _updatedAt: '2020-01-01T00:00:00Z' }
const activity = (key: string, more: Record<string, unknown>) => ({
  _type: 'activity',
  _key: key,
  text: key,
  ...more,
})
const plan = (id: string, more: Record<string, unknown>) => ({
  ...stored,
  _id: id,
  _type: 'roadmap',
  title: id,
  slug: slug('2024-2025'),
  organization: reference('school'),
  level: 'school',
  stages: [],
  ...more,
})
const someone = [{ _type: 'responsible', _key: 'r', roles: ['куратор'] }]
const person = (id: string, consent: Record<string, unknown> | undefined) => ({
  ...stored,
  _id: id,
  _type: 'person',
  name: id,
  position: 'учитель',
  ...(consent === undefined
    ? {}
    : { consent: { _type: 'consent', scope: ['name'], date: '2020-01-01', ...consent } }),
})
const practice = (id: string, checkedAt?: string) => ({
  ...stored,
  _id: id,
  _type: 'practice',
  title: id,
  slug: slug(id),
  organization: reference('school'),
  problem: 'п',
  form: 'teacher-teacher',
  ...(checkedAt === undefined ? {} : { checkedAt }),
})
const memo = (id: string, validFrom: string | undefined, acts: string[]) => ({
  ...stored,
  _id: id,
  _type: 'material',
  title: id,
  slug: slug(id),
  type: 'mentor-memo',
  ...(validFrom === undefined ? {} : { validFrom }),
  legalBasis: acts.map((act) => ({ ...reference(act), _key: act })),
})
const act = (id: string, ...dates: string[]) => ({
  ...stored,
  _id: id,
  _type: 'legalAct',
  title: id,
  slug: slug(id),
  kind: 'code',
  ...(dates.length === 0
    ? {}
    : { changes: dates.map((date) => ({ _type: 'legalChange', _key: date, date, summary: 's' })) }),
})

const dataset = [
  {
    ...stored,
    _id: 'region',
    _type: 'region',
    name: 'Область',
    slug: slug('oblast'),
    code: '45',
    timeZone: 'Europe/Moscow',
  },
  {
    ...stored,
    _id: 'school',
    _type: 'organization',
    name: 'Лицей',
    fullName: 'Лицей',
    slug: slug('licej'),
    kind: 'school',
    level: 'organization',
    region: reference('region'),
  },
  plan('quiet', {
    stages: [
      { _type: 'stage', _key: 'empty' },
      { _type: 'stage', _key: 's', activities: [activity('a', { responsible: someone })] },
    ],
  }),
  plan('warned', { warnings: [{ _type: 'importWarning', _key: 'w', code: 'c', message: 'm' }] }),
  plan('cleared', { warnings: [] }),
  plan('ownerless', {
    stages: [
      {
        _type: 'stage',
        _key: 's',
        activities: [
          activity('missing', {}),
          activity('empty', { responsible: [] }),
          activity('cancelled', { status: 'cancelled' }),
          activity('held', { responsible: someone }),
        ],
      },
      { _type: 'stage', _key: 't', activities: [activity('later', { status: 'planned' })] },
      { _type: 'stage', _key: 'u' },
    ],
  }),
  plan('all-cancelled', {
    stages: [{ _type: 'stage', _key: 's', activities: [activity('c', { status: 'cancelled' })] }],
  }),
  plan('regional', { organization: undefined, region: reference('region') }),
  person('valid', {}),
  person('ends-today', { until: '2026-11-21' }),
  person('ended', { until: '2026-11-20' }),
  person('withdrawn', { withdrawn: '2026-01-01' }),
  person('silent', undefined),
  practice('fresh', '2026-01-01'),
  practice('stale', '2024-01-01'),
  practice('never'),
  act('changed', '2020-01-01', '2025-03-01'),
  act('to-change', '2027-01-01'),
  act('stable'),
  memo('older', '2024-01-01', ['stable', 'changed']),
  memo('newer', '2025-04-01', ['changed']),
  memo('undated', undefined, ['changed']),
  memo('waits', '2024-01-01', ['to-change']),
  memo('alone', '2024-01-01', []),
  {
    ...stored,
    _id: 'news',
    _type: 'coverage',
    title: 'Н',
    slug: slug('n'),
    roadmap: reference('quiet'),
    channel: 'vk',
    date: '2026-01-01',
  },
]

const params = {
  today: '2026-11-21',
  checkedBefore: '2024-11-21',
  after: '',
  id: 'school',
  ids: ['school', 'valid'],
  roadmap: 'quiet',
  slug: '2024-2025',
  owner: 'school',
}

test('every query has a validator and every validator a query', () => {
  expect(Object.keys(queryValidators).toSorted()).toEqual(Object.keys(allQueries).toSorted())
})

test.each(Object.entries(allQueries))(
  'the result of %s on real documents keeps to its type',
  (name, query) => {
    const validator = Object.entries(queryValidators).find(([each]) => each === name)?.[1]
    const result = validator?.safeParse(run(query))
    expect(result?.error?.issues ?? []).toEqual([])
    expect(result?.success).toBe(true)
    expect(validator?.safeParse({ nonsense: true }).success).toBe(false)
  },
)

test.each<[keyof typeof allQueries, string[]]>([
  ['roadmapsWithWarningsQuery', ['warned']],
  ['activitiesWithoutResponsibleQuery', ['ownerless']],
  ['expiredConsentsQuery', ['ended', 'withdrawn']],
  ['uncheckedPracticesQuery', ['never', 'stale']],
  ['outdatedMaterialsQuery', ['older', 'undated']],
  ['coverageOfRoadmapQuery', ['news']],
  ['documentsByIdQuery', ['school', 'valid']],
])('%s finds %j', (name, ids) => {
  const result = run(allQueries[name])
  expect(Array.isArray(result) ? result.map((each: { _id: string }) => each._id).toSorted() : result).toEqual(
    ids,
  )
})

test.each([
  ['2025-03-01', 'former'],
  ['2026-10-01', 'current'],
  ['2030-01-01', 'current'],
])('on %s the roadmap of a school is the %s one', (today, id) => {
  const plans = [
    plan('former', { period: { start: '2024-09-01', end: '2025-08-31' } }),
    plan('current', { period: { start: '2026-09-01', end: '2027-08-31' } }),
    plan('regional', { organization: undefined, region: reference('region') }),
  ]
  const asked = { params: { owner: 'school', today } }
  const found = evaluateSync(parse(allQueries.currentRoadmapQuery, asked), { dataset: plans, ...asked })
  expect(toJS(found)).toBe(id)
})

test('activities without anyone responsible are named, cancelled ones are not', () => {
  expect(run(allQueries.activitiesWithoutResponsibleQuery)).toMatchObject([
    { activities: [{ _key: 'missing' }, { _key: 'empty' }, { _key: 'later' }] },
  ])
})

test('what needs attention is counted', () => {
  expect(run(allQueries.attentionCountsQuery)).toEqual({
    roadmapsWithWarnings: 1,
    roadmapsWithoutResponsible: 1,
    expiredConsents: 2,
    uncheckedPractices: 2,
    outdatedMaterials: 2,
  })
})

test('batches of published documents join up', () => {
  const all = dataset.map(({ _id }) => _id).toSorted()
  const result = run(allQueries.publishedDocumentsQuery, { after: all[4] ?? '' })
  expect(result).toMatchObject(all.slice(5).map((_id) => ({ _id })))
  expect(run(allQueries.publishedDocumentsQuery, { after: all.at(-1) ?? '' })).toEqual([])
})

test.each([allQueries.publishedDocumentsQuery, allQueries.documentsByIdQuery])(
  '%s names every content type',
  (query) => {
    for (const type of CONTENT_DOCUMENT_TYPES) expect(query).toContain(`"${type}"`)
  },
)

test('an address is taken by another map of the same owner, by no draft of its own', () => {
  expect(run(allQueries.roadmapsAtAddressQuery, { id: 'quiet', owner: 'school' })).toBe(4)
  expect(run(allQueries.roadmapsAtAddressQuery, { id: 'regional', owner: 'region' })).toBe(0)
  expect(run(allQueries.roadmapsAtAddressQuery, { id: 'new', owner: 'region' })).toBe(1)
})

test.each<[string, Record<string, string>, string[]]>([
  ['/organizacii/:slug', { slug: 'licej' }, ['school']],
  ['/regiony/:slug', { slug: 'oblast' }, ['region']],
  ['/regiony/:owner/karta/:slug', { owner: 'oblast', slug: '2024-2025' }, ['regional']],
  [
    '/regiony/:owner/karta/:slug/informacionnaya-podderzhka',
    { owner: 'oblast', slug: '2024-2025' },
    ['regional'],
  ],
  ['/organizacii/:owner/karta/:slug', { owner: 'oblast', slug: '2024-2025' }, []],
  ['/praktiki/:slug', { slug: 'stale' }, ['stale']],
  ['/publikacii/:slug', { slug: 'n' }, ['news']],
  ['/materialy/:slug', { slug: 'stale' }, []],
])('the page %s of %j is about %j', (route, address, ids) => {
  const page = PRESENTED_PAGES.find((each) => each.route === route)
  expect(run(`*[${page?.filter}]._id`, address)).toEqual(ids)
})

test('every type with a page of its own can be presented', () => {
  const presented = PRESENTED_PAGES.map(({ filter }) => /_type == "(\w+)"/.exec(filter)?.[1])
  const onCommonPages = new Set(['legalAct', 'event', 'glossaryTerm'])
  expect(new Set(presented)).toEqual(new Set(addressedTypes().filter((type) => !onCommonPages.has(type))))
})

function run(query: string, over: Record<string, unknown> = {}): unknown {
  const all = { ...params, ...over }
  const value = evaluateSync(parse(query, { params: all }), {
    dataset: structuredClone(dataset),
    params: all,
  })
  return toJS(value)
}
