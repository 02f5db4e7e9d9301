import { addressOf } from '#content/addresses/address-of.ts'
import { organizationScope, regionScope } from '#content/access/scopes.ts'
import type { ScopeInput } from '#lake/scopes/scope.ts'
import type { Role } from '#lake/access/identity.ts'
import { createLakeFixture, ORIGIN, type LakeFixture } from '#lake/lake-fixture.ts'
import { publicView } from '#scripts/lake-access/public-view.ts'

const LAKE_ACCESS = new URL('../../scripts/lake-access/', import.meta.url)

/** Schools a and b are of region r1, school c is of region r2. */
export const OWNERS = ['a', 'b', 'c'] as const

export type Owner = (typeof OWNERS)[number]

/** What must be seen by those only who work with it. Each holds a word of its own that one can search for. */
export const STATES = [
  'draft',
  'version',
  'deleted',
  'person',
  'source',
  'coverage',
  'file-name',
  'file-bytes',
  'history',
] as const

export type State = (typeof STATES)[number]

export function secretOf(state: State, owner: Owner): string {
  return `secret-${state}-of-${owner}`
}

export const SYSTEM_SECRET = 'secret-of-the-system'

/** Somebody who asks, and whose documents they may see whole. */
export interface Reader {
  name: string
  token: string | null
  role: Role | null
  owners: readonly Owner[]
  isUnlimited: boolean
}

export interface AccessFixture extends Pick<LakeFixture, 'lake' | 'client' | 'close'> {
  readers: Reader[]
  /** Address of the file that only a draft of the owner shows. */
  files: Record<Owner, string>
  fetch(reader: Reader, path: string, init?: RequestInit): Promise<Response>
}

const SCHOOL_A = organizationScope({ id: 'school-a', name: 'Школа А' })
const REGION_1 = regionScope({ id: 'r1', name: 'Область 1' })

const READERS: { name: string; role: Role; scopes: ScopeInput[]; owners: readonly Owner[] }[] = [
  { name: 'viewer of school a', role: 'viewer', scopes: [SCHOOL_A], owners: ['a'] },
  { name: 'editor of school a', role: 'editor', scopes: [SCHOOL_A], owners: ['a'] },
  { name: 'editor of region 1', role: 'editor', scopes: [REGION_1], owners: ['a', 'b'] },
  { name: 'viewer', role: 'viewer', scopes: [], owners: OWNERS },
  { name: 'editor', role: 'editor', scopes: [], owners: OWNERS },
  { name: 'administrator', role: 'administrator', scopes: [], owners: OWNERS },
]

/** A lake with the real rules of the public and of scopes, and a secret in every place. */
export async function createAccessFixture(): Promise<AccessFixture> {
  const publicViewModule = { url: new URL('public-view.ts', LAKE_ACCESS).href, name: 'publicView' }
  const fixture = await createLakeFixture({ publicView, publicViewModule, addressOf })
  const { lake } = fixture
  const files = await fill(fixture)
  const anonymous: Reader = { name: 'nobody', token: null, role: null, owners: [], isUnlimited: false }
  const readers = READERS.map(({ name, role, scopes, owners }): Reader => {
    const token = lake.accounts.addToken(name, role, scopes)
    return { name, role, token, owners, isUnlimited: scopes.length === 0 }
  })
  return {
    lake,
    client: (role, config) => fixture.client(role, config),
    close: () => fixture.close(),
    readers: [anonymous, ...readers],
    files,
    fetch(reader, path, init = {}) {
      const headers = new Headers(init.headers)
      if (reader.token !== null) headers.set('authorization', `Bearer ${reader.token}`)
      return lake.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }))
    },
  }
}

const ref = (_ref: string) => ({ _type: 'reference', _ref })

async function fill(fixture: LakeFixture): Promise<Record<Owner, string>> {
  const client = fixture.client('administrator')
  const start = client
    .transaction()
    .create({ _id: 'r1', _type: 'region', name: 'Область 1', slug: { current: 'r1' } })
    .create({ _id: 'r2', _type: 'region', name: 'Область 2', slug: { current: 'r2' } })
    .create({ _id: 'system.group', _type: 'system.group', title: SYSTEM_SECRET })
  await start.commit()
  const files = { a: '', b: '', c: '' }
  for (const owner of OWNERS) files[owner] = await fillOwner(fixture, owner)
  return files
}

/** @returns path of the owner's private file */
async function fillOwner(fixture: LakeFixture, owner: Owner): Promise<string> {
  const client = fixture.client('administrator')
  const organization = ref(`school-${owner}`)
  const name = `${secretOf('file-name', owner)}.txt`
  const asset = await client.assets.upload('file', Buffer.from(secretOf('file-bytes', owner)), {
    filename: name,
  })
  const practice = {
    _type: 'practice',
    organization,
    title: `Практика ${owner}`,
    slug: { current: `p-${owner}` },
  }
  await client
    .transaction()
    .create({
      _id: `school-${owner}`,
      _type: 'organization',
      name: `Школа ${owner}`,
      slug: { current: `school-${owner}` },
      region: ref(owner === 'c' ? 'r2' : 'r1'),
    })
    .create({ _id: `person-${owner}`, _type: 'person', name: secretOf('person', owner), organization })
    .create({
      _id: `roadmap-${owner}`,
      _type: 'roadmap',
      title: `Карта ${owner}`,
      organization,
      sourceText: secretOf('source', owner),
    })
    .create({ _id: `practice-${owner}`, ...practice, goal: secretOf('history', owner) })
    .create({
      _id: `drafts.practice-${owner}`,
      ...practice,
      goal: secretOf('draft', owner),
      files: [{ _key: 'f', _type: 'attachment', title: 'Файл', file: { asset: ref(asset._id) } }],
    })
    .create({ _id: `versions.rel.practice-${owner}`, ...practice, goal: secretOf('version', owner) })
    .create({ _id: `drafts.gone-${owner}`, ...practice, goal: secretOf('deleted', owner) })
    .create({
      _id: `drafts.coverage-${owner}`,
      _type: 'coverage',
      title: secretOf('coverage', owner),
      roadmap: ref(`roadmap-${owner}`),
    })
    .commit()
  await client.patch(`practice-${owner}`).set({ goal: 'Открытая цель' }).commit()
  await client.delete(`drafts.gone-${owner}`)
  return new URL(asset.url).pathname
}
