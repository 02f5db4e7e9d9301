import {
  assert,
  asyncProperty,
  array,
  constantFrom,
  dictionary,
  double,
  letrec,
  oneof,
  record,
  string,
  tuple,
  type Arbitrary,
} from 'fast-check'
import type { LakeFixture } from '../lake-fixture.ts'

/** What no client would send: addresses, mutations, actions and values for the lake to refuse or to take, but to survive. */

const junk = string({ unit: 'grapheme', maxLength: 8 }).map(encodeURIComponent)
const query = constantFrom(
  '*',
  '*[',
  '*[_id==$ids]',
  '*[0]->',
  '@',
  '^',
  '*{..., "x": ^.^.^._id}',
  '*[_id in path("**")]',
  'a[0..-1]',
  '*|score(a)',
  'diff::changedAny({}, {}, a)',
  'delta::operation()',
  'now()/0',
  'dateTime("x")-1',
  'releases::all()',
  '*[_id==*]',
  '{*}',
  'count(*[references(^._id)])',
  '*|order(a)',
  'fn x::y($a) = $a; x::y(1)',
  'geo::latLng(1,2)',
  'select()',
  '[...*]',
).map(encodeURIComponent)
const name = constantFrom(
  'query',
  '$ids',
  '$',
  'perspective',
  'limit',
  'revision',
  'time',
  'fromTransaction',
  'toTime',
  'nextCursor',
  'types',
  'authors',
  'token',
  'origin',
  'kinds',
  'since',
  'w',
  'rect',
  'dl',
)
const value = oneof(junk, query, constantFrom('true', '-1', '1e999', 'raw', '"a"', '[]', '%E0%A4%A', ''))
const base = constantFrom(
  '/v1/data/query/production',
  '/v2025-02-19/data/query/production',
  '/v1/data/listen/production',
  '/v1/data/live/events/production',
  '/vX/data/export/production',
  '/v1/data/doc/production/p',
  '/v1/data/doc/production/',
  '/v1/data/history/production/transactions/p',
  '/v1/data/history/production/documents/p',
  '/v1/data/history/production/events/documents/p',
  '/v1/data/references/production/documents/p/to',
  '/v1/data',
  '/v1/auth/login/local',
  '/v1/auth/link',
  '/v1/auth/fetch',
  '/v1/auth/account',
  '/v1/auth/second-factor',
  '/v1/users',
  '/v1/users/me/keyvalue',
  '/v1/projects/local/datasets/production',
  '/v1/audit/entries',
  '/images/local/production',
  '/files/local/production',
  '/v9',
  '/',
)
const address = tuple(base, array(junk, { maxLength: 2 }), array(tuple(name, value), { maxLength: 4 })).map(
  ([path, rest, parameters]) =>
    `${[path, ...rest].join('/')}?${parameters.map((pair) => pair.join('=')).join('&')}`,
)

const json: Arbitrary<unknown> = letrec((tie) => ({
  any: oneof(
    { maxDepth: 4 },
    constantFrom(
      null,
      true,
      '',
      'p',
      'drafts.p',
      'a b',
      '*',
      'list[0]',
      '_id',
      '__proto__',
      '..',
      'a[_key=="x"]',
    ),
    double({ noNaN: true, noDefaultInfinity: true }),
    string({ unit: 'binary', maxLength: 5 }),
    array(tie('any'), { maxLength: 3 }),
    dictionary(
      constantFrom(
        'id',
        '_id',
        '_type',
        'query',
        'params',
        'set',
        'unset',
        'insert',
        'before',
        'items',
        'inc',
        'create',
        'patch',
        'delete',
        '_ref',
        '_key',
        'actionType',
        'hasOwnProperty',
        'toString',
        'length',
        'then',
        'toJSON',
        '__proto__',
        'constructor',
      ),
      tie('any'),
      { maxKeys: 4 },
    ),
  ),
})).any

const fieldPath = constantFrom(
  'a',
  'list',
  'a.b',
  'list[0]',
  'list[0].x',
  '..x',
  'list[-1]',
  'list[1:2]',
  'list[@=="s"]',
  'text',
  'list[9]',
)
const diff = constantFrom('@@ -1 +1 @@\n-a\n+b\n', 'x', '@@ -1,9 +1,9 @@\n', '')
const patch = record(
  {
    id: constantFrom('p', 'q', 'none'),
    set: dictionary(fieldPath, json, { maxKeys: 2 }),
    unset: array(fieldPath, { maxLength: 2 }),
    insert: record({ before: fieldPath, items: array(json, { maxLength: 2 }) }),
    inc: dictionary(fieldPath, double({ noNaN: true, noDefaultInfinity: true }), { maxKeys: 1 }),
    diffMatchPatch: dictionary(fieldPath, diff, { maxKeys: 1 }),
  },
  { requiredKeys: ['id'] },
)
const mutations = array(
  oneof(json, record({ create: json }), record({ delete: json }), record({ patch }), record({ patch: json })),
  { maxLength: 3 },
)
const actions = array(
  record({
    actionType: constantFrom(
      'create',
      'edit',
      'publish',
      'unpublish',
      'discard',
      'delete',
      'replaceDraft',
      'version.create',
    ).map((kind) => `sanity.action.document.${kind}`),
    publishedId: constantFrom('p', 'q', 'drafts.p'),
    draftId: constantFrom('drafts.p', 'drafts.q', 'p', 'versions.r.p'),
    attributes: json,
    document: json,
    patch: oneof(json, patch),
    includeDrafts: constantFrom([], ['drafts.p'], ['drafts.q']),
  }),
  { maxLength: 3 },
)

const form = dictionary(
  constantFrom(
    'login',
    'password',
    'target',
    'ticket',
    'code',
    'action',
    'session',
    'next',
    'repeated',
    'withSid',
  ),
  string({ unit: 'binary', maxLength: 12 }),
  { maxKeys: 5 },
)
const formAddress = constantFrom('login/local', 'code', 'account', 'second-factor', 'password', 'logout').map(
  (page) => `/v1/auth/${page}`,
)
const headers = dictionary(
  constantFrom(
    'cookie',
    'authorization',
    'origin',
    'range',
    'if-none-match',
    'last-event-id',
    'accept',
    'content-type',
  ),
  oneof(
    string({ unit: 'grapheme-ascii', maxLength: 12 }),
    constantFrom(
      'Bearer ',
      'Basic x',
      'kopilka_session=;;=',
      'bytes=9-1',
      '"',
      'null',
      'multipart/form-data; boundary=',
    ),
  ),
  { maxKeys: 3 },
)
const method = constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
const bytes = string({ unit: 'binary', maxLength: 40 })

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })

/** Puts back what odd mutations may have changed. */
export async function restoreDocuments(fixture: LakeFixture): Promise<void> {
  const fields = {
    _type: 'page',
    text: 'наставник',
    n: 1,
    list: [{ _key: 'k', x: 1 }, 's', { _ref: 'q', _weak: true }],
  }
  const documents = ['p', 'q', 'drafts.p'].map((_id) => ({ createOrReplace: { _id, ...fields } }))
  await fixture.client('editor').mutate(documents, { returnDocuments: false })
}

/** Sends a request and reads the answer, which must be one that the lake gave on purpose. */
async function send(fixture: LakeFixture, path: string, init: RequestInit = {}): Promise<void> {
  const abort = new AbortController()
  const isOwn = init.headers !== undefined
  const response = await fixture.request(isOwn ? null : 'administrator', path, {
    ...init,
    signal: abort.signal,
  })
  const type = response.headers.get('content-type') ?? ''
  const isStream = type.startsWith('text/event-stream')
  const text = isStream ? '' : await response.text()
  abort.abort()
  const isPage = type.startsWith('text/html') || text === ''
  const isToldProperly =
    response.status < 400 || isStream || isPage || JSON.parse(text).statusCode === response.status
  if (response.status >= 500 || !isToldProperly) throw new Error(`${response.status} for ${path}: ${text}`)
}

/** What may be odd, and how it is sent. */
interface Runs {
  numRuns: number
}

export const ODDITIES = {
  address: (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(address, (odd) => send(fixture, odd)),
      runs,
    ),
  mutation: (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(mutations, (odd) =>
        send(fixture, '/v1/data/mutate/production?autoGenerateArrayKeys=true', post({ mutations: odd })),
      ),
      runs,
    ),
  action: (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(actions, (odd) => send(fixture, '/v1/data/actions/production', post({ actions: odd }))),
      runs,
    ),
  'body of a query': (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(json, (odd) =>
        send(fixture, '/v1/data/query/production', post({ query: '*[a == $a]', params: odd })),
      ),
      runs,
    ),
  form: (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(formAddress, form, (path, odd) =>
        send(fixture, path, { method: 'POST', body: new URLSearchParams(odd) }),
      ),
      runs,
    ),
  request: (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(address, method, headers, bytes, (path, verb, given, body) =>
        send(fixture, path, {
          method: verb,
          headers: given,
          ...(verb !== 'GET' && verb !== 'HEAD' && { body }),
        }),
      ),
      runs,
    ),
  'uploaded file': (fixture: LakeFixture, runs: Runs) =>
    assert(
      asyncProperty(constantFrom('images', 'files'), junk, bytes, (kind, filename, body) =>
        send(fixture, `/v1/assets/${kind}/production?filename=${filename}`, { method: 'POST', body }),
      ),
      runs,
    ),
} as const

/** Every request is to be looked at, not refused for coming too soon after another. */
export const WITHOUT_RATE = { requestsPerSecond: 1_000_000, requestsAtOnce: 1_000_000 } as const

/** Tries so many odd things of a kind. @throws when the lake fails on one, with the smallest that it fails on */
export async function tryOdd(
  fixture: LakeFixture,
  kind: keyof typeof ODDITIES,
  numRuns: number,
): Promise<void> {
  await restoreDocuments(fixture)
  await ODDITIES[kind](fixture, { numRuns })
}
