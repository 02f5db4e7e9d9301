import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createAccessFixture,
  OWNERS,
  secretOf,
  STATES,
  SYSTEM_SECRET,
  type AccessFixture,
  type Reader,
  type State,
} from './access-fixture.ts'

let fixture: AccessFixture

beforeAll(async () => {
  fixture = await createAccessFixture()
})

afterAll(() => fixture.close())

const query = (text: string, parameters = 'perspective=raw') =>
  `/v2025-02-19/data/query/production?returnQuery=false&query=${encodeURIComponent(text)}&${parameters}`

const IDS = OWNERS.flatMap((owner) =>
  [
    'drafts.practice',
    'versions.rel.practice',
    'drafts.gone',
    'drafts.coverage',
    'person',
    'roadmap',
    'practice',
  ].map((stem) => `${stem}-${owner}`),
)
const ALL_IDS = [...IDS, 'system.group'].join(',')

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const mutate = (mutation: unknown) => post({ mutations: [mutation] })
const MUTATE = '/v1/data/mutate/production?dryRun=true&returnDocuments=true'
const ACTIONS = '/v1/data/actions/production'

interface Way {
  name: string
  /** Answers are read one after the other. */
  asks: readonly { path: string; init?: RequestInit }[]
  /** The states that who works with them must find by this way. */
  tells?: readonly State[]
}

const NOW: readonly State[] = ['draft', 'version', 'person', 'source', 'coverage', 'file-name']

const WAYS: readonly Way[] = [
  { name: 'query, raw', asks: [{ path: query('*') }], tells: NOW },
  { name: 'query, drafts', asks: [{ path: query('*', 'perspective=drafts') }], tells: ['draft', 'coverage'] },
  {
    name: 'query, published',
    asks: [{ path: query('*', 'perspective=published') }],
    tells: ['person', 'source'],
  },
  {
    name: 'query, posted',
    asks: [{ path: '/v1/data/query/production', init: post({ query: '*' }) }],
    tells: NOW,
  },
  {
    name: 'query by id',
    asks: IDS.map((id) => ({ path: query(`*[_id == "${id}"]`) })),
    tells: NOW.slice(0, 5),
  },
  { name: 'query by type', asks: [{ path: query('*[_type == "practice"]') }], tells: ['draft', 'version'] },
  {
    name: 'query by type, ordered and cut',
    asks: [{ path: query('*[_type == "practice"] | order(_updatedAt desc)[0...50]') }],
    tells: ['draft', 'version'],
  },
  {
    name: 'query of everything, ordered',
    asks: [{ path: query('* | order(_id)[0...100]') }],
    tells: ['draft'],
  },
  {
    name: 'query by text',
    asks: [{ path: query('*[goal match "secret*" || title match "secret*" || name match "secret*"]') }],
    tells: ['draft', 'version', 'person', 'coverage'],
  },
  {
    name: 'resolved references',
    asks: IDS.map((id) => ({ path: query(`{"x": {"_ref": "${id}"}} {"y": x->}`) })),
    tells: ['draft', 'person', 'source'],
  },
  {
    name: 'what refers to an owner',
    asks: OWNERS.map((owner) => ({ path: query(`*[references("school-${owner}")]`) })),
    tells: ['draft', 'version', 'person', 'source'],
  },
  {
    name: 'sub-queries',
    asks: [{ path: query('*[_type == "organization"]{"x": *[references(^._id)]}') }],
    tells: ['draft', 'person'],
  },
  {
    name: 'source maps',
    asks: [{ path: query('*[_type == "practice"]{goal}', 'perspective=raw&resultSourceMap=true') }],
    tells: ['draft'],
  },
  {
    name: 'documents by id',
    asks: [{ path: `/v1/data/doc/production/${ALL_IDS}` }],
    tells: ['draft', 'version', 'person', 'source', 'coverage'],
  },
  {
    name: 'documents in all versions',
    asks: [{ path: `/v1/data/doc/production/practice-a,practice-b,practice-c?includeAllVersions=true` }],
    tells: ['draft', 'version'],
  },
  { name: 'export', asks: [{ path: '/v1/data/export/production' }], tells: NOW },
  {
    name: 'export of types',
    asks: [{ path: '/v1/data/export/production?types=practice,person' }],
    tells: ['draft'],
  },
  { name: 'export in pages', asks: [{ path: '/v1/data/export/production?nextCursor=' }], tells: NOW },
  {
    name: 'references',
    asks: OWNERS.map((owner) => ({ path: `/v1/data/references/production/documents/school-${owner}/to` })),
  },
  {
    name: 'history of transactions',
    asks: [
      { path: `/v1/data/history/production/transactions/${ALL_IDS}?effectFormat=mendoza` },
      { path: `/v1/data/history/production/transactions/${ALL_IDS}?includeIdentifiedDocumentsOnly=true` },
      { path: `/v1/data/history/production/transactions/${ALL_IDS}?reverse=true&limit=500` },
    ],
    tells: ['draft', 'version', 'deleted', 'person', 'source', 'coverage', 'history'],
  },
  {
    name: 'documents as they last were',
    asks: [{ path: `/v1/data/history/production/documents/${ALL_IDS}?lastRevision=true` }],
    tells: ['draft', 'version', 'deleted', 'person', 'source', 'coverage'],
  },
  {
    name: 'documents at a time',
    asks: [{ path: `/v1/data/history/production/documents/${ALL_IDS}?time=2100-01-01T00:00:00Z` }],
    tells: ['draft', 'version', 'person', 'source', 'coverage'],
  },
  {
    name: 'events',
    asks: IDS.map((id) => ({ path: `/v1/data/history/production/events/documents/${id}` })),
  },
  {
    name: 'creating what is there',
    asks: IDS.flatMap((_id) => [
      { path: MUTATE, init: mutate({ createIfNotExists: { _id, _type: 'practice' } }) },
      { path: MUTATE, init: mutate({ create: { _id, _type: 'practice' } }) },
      { path: MUTATE, init: mutate({ createOrReplace: { _id, _type: 'practice' } }) },
    ]),
  },
  {
    name: 'patches and deletions',
    asks: IDS.flatMap((id) => [
      { path: MUTATE, init: mutate({ patch: { id, set: { x: 1 } } }) },
      { path: MUTATE, init: mutate({ patch: { id, ifRevisionID: 'x', set: { x: 1 } } }) },
      { path: MUTATE, init: mutate({ delete: { id } }) },
    ]),
  },
  {
    name: 'patches and deletions by query',
    asks: [
      { path: MUTATE, init: mutate({ patch: { query: '*[goal match "secret*"]', set: { x: 1 } } }) },
      { path: MUTATE, init: mutate({ delete: { query: '*[_id in path("drafts.**")]' } }) },
    ],
  },
  {
    name: 'copies by actions',
    asks: IDS.flatMap((baseId) => [
      {
        path: ACTIONS,
        init: post({
          dryRun: true,
          actions: [{ actionType: 'sanity.action.document.version.create', publishedId: 'copy', baseId }],
        }),
      },
    ]),
  },
  {
    name: 'files',
    asks: [],
    tells: ['file-bytes'],
  },
  {
    name: 'people',
    asks: [{ path: '/v1/users/me' }, { path: '/v1/projects/local' }, { path: '/v1/audit/entries' }],
  },
  { name: 'grants', asks: [{ path: '/v1/projects/local/datasets/production/acl' }] },
]

/** All answers of a way, as bytes. */
async function ask(reader: Reader, { name, asks }: Way): Promise<Buffer> {
  const all = name === 'files' ? Object.values(fixture.files).map((path) => ({ path, init: {} })) : asks
  const answers: Buffer[] = []
  for (const { path, init } of all) {
    const response = await fixture.fetch(reader, path, init)
    expect(response.status, path).toBeLessThan(500)
    answers.push(Buffer.from(await response.arrayBuffer()))
  }
  return Buffer.concat(answers)
}

function forbiddenFor(reader: Reader): string[] {
  const others = OWNERS.filter((owner) => !reader.owners.includes(owner))
  const secrets = others.flatMap((owner) => STATES.map((state) => secretOf(state, owner)))
  return reader.isUnlimited ? secrets : [...secrets, SYSTEM_SECRET]
}

const READERS = [
  'nobody',
  'viewer of school a',
  'editor of school a',
  'editor of region 1',
  'viewer',
  'editor',
  'administrator',
] as const

function findReader(name: string): Reader {
  const found = fixture.readers.find((reader) => reader.name === name)
  if (!found) throw new Error(`There is no reader "${name}"`)
  return found
}

describe.each(READERS)('%s', (name) => {
  test.each(WAYS)('$name', async (way) => {
    const reader = findReader(name)
    const bytes = await ask(reader, way)
    const leaked = forbiddenFor(reader).filter((secret) => bytes.includes(secret))
    expect(leaked).toEqual([])
    const told = reader.owners.flatMap((owner) => (way.tells ?? []).map((state) => secretOf(state, owner)))
    expect(told.filter((secret) => !bytes.includes(secret))).toEqual([])
  })
})

test('who uploads a file that others have already, may work with it from then on', async () => {
  const reader = findReader('editor of school a')
  const path = fixture.files.c
  expect((await fixture.fetch(reader, path)).status).toBe(404)
  const init = { method: 'POST', body: secretOf('file-bytes', 'c') }
  const uploaded = await fixture.fetch(reader, '/v1/assets/files/production?filename=mine.txt', init)
  expect(uploaded.status).toBe(200)
  expect((await fixture.fetch(reader, path)).status).toBe(200)
  expect((await fixture.fetch(findReader('viewer of school a'), path)).status).toBe(404)
  expect((await fixture.fetch(findReader('nobody'), path)).status).toBe(404)
})

test('everyone has a row in the table', () => {
  expect(fixture.readers.map(({ name }) => name)).toEqual(READERS)
})
