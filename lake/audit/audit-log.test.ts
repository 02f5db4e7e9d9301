import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

beforeEach(async () => {
  fixture = await createLakeFixture()
})

afterEach(() => fixture.close())

async function readLog(parameters = '') {
  const response = await fixture.request('administrator', `/v1/audit/entries?${parameters}`)
  expect(response.status).toBe(200)
  const { entries } = JSON.parse(await response.text())
  return entries
}

const told = async (parameters = '') =>
  (await readLog(parameters)).map(
    ({ kind, subject }: { kind: string; subject: string }) => `${kind}: ${subject}`,
  )

test('publications, withdrawals and deletions are told, edits of drafts are not', async () => {
  const client = fixture.client('editor')
  await client.create({ _id: 'drafts.p', _type: 'practice', title: 'Читаем вместе' })
  await client.action({ actionType: 'sanity.action.document.publish', draftId: 'drafts.p', publishedId: 'p' })
  expect(await told('kinds=published,unpublished,deleted')).toEqual(['published: Читаем вместе (practice)'])
  await client.action({
    actionType: 'sanity.action.document.unpublish',
    draftId: 'drafts.p',
    publishedId: 'p',
  })
  await client.delete('drafts.p')
  expect(await told('kinds=published,unpublished,deleted')).toEqual([
    'deleted: Читаем вместе (practice)',
    'unpublished: Читаем вместе (practice)',
    'published: Читаем вместе (practice)',
  ])
  expect(await readLog('kinds=published')).toMatchObject([{ actorName: 'editor' }])
})

test('what one person publishes at once is one entry', async () => {
  const documents = Array.from({ length: 50 }, (_, n) => ({
    create: { _type: 'page', title: `Страница ${n}` },
  }))
  await fixture.client('editor').mutate(documents, { returnDocuments: false })
  const entries = await readLog('kinds=published')
  expect(entries).toMatchObject([{ details: { count: 50 } }])
  expect(entries[0].details.subjects).toHaveLength(20)
})

test('users, roles, tokens and links are told with names, and without secrets', async () => {
  const { accounts } = fixture.lake
  accounts.addUser('anna', 'editor', 'Анна')
  accounts.changeRole('anna', 'viewer', [{ title: 'Школа № 5', filter: '_type == "x"' }])
  const link = accounts.createSignInLink('anna').split('token=')[1] ?? ''
  const token = accounts.addToken('импорт', 'editor')
  accounts.revokeToken('импорт')
  await fixture.request(null, `/v1/auth/link?token=${link}`)
  accounts.removeUser('anna')
  expect((await told()).slice(0, 7)).toEqual([
    'user-removed: anna',
    'sign-in: anna',
    'token-revoked: импорт',
    'token-added: импорт',
    'link-created: anna',
    'role-changed: anna',
    'user-added: anna',
  ])
  const [changed] = await readLog('kinds=role-changed')
  expect(changed).toMatchObject({
    actorName: 'Командная строка',
    details: { role: 'viewer', scopes: ['Школа № 5'] },
  })
  const everything = JSON.stringify(await readLog())
  for (const secret of [link, token]) expect(everything).not.toContain(secret)
})

test('what was typed into the login field of nobody is not written down', async () => {
  await fixture.request(null, '/v1/auth/login/local', {
    method: 'POST',
    body: new URLSearchParams({ login: 'мой-пароль-123', password: 'x' }),
    headers: { origin: 'http://lake.test' },
  })
  expect(await readLog('kinds=sign-in-failed')).toMatchObject([{ subject: '', actor: '' }])
  const file = join(fixture.dataDir, 'accounts.sqlite')
  const disk = [file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path).toString('utf8'))
  expect(disk.join('')).not.toContain('мой-пароль-123')
})

test('exports and refused requests are told', async () => {
  await (await fixture.request('viewer', '/v1/data/export/production?types=page')).text()
  const headers = { 'content-length': String(2 ** 30) }
  await fixture.request('editor', '/v1/data/mutate/production', { method: 'POST', body: '{}', headers })
  await fixture.request('editor', '/v1/data/mutate/production', { method: 'POST', body: '{}', headers })
  expect(await told('kinds=exported,limit-hit')).toEqual(['limit-hit: 413 POST /data/mutate', 'exported: '])
})

test('what was done elsewhere at the request of somebody is told with the name', async () => {
  const token = fixture.lake.accounts.addToken('выпуски', 'administrator')
  const request = new Request('http://lake.test/publisher/releases', {
    headers: { authorization: `Bearer ${token}` },
  })
  fixture.lake.record(request, 'release-returned', '20260901T080000')
  expect(await readLog('kinds=release-returned')).toMatchObject([
    { actorName: 'выпуски', subject: '20260901T080000' },
  ])
})

test('who is refused again and again does not fill the log', async () => {
  const headers = { 'content-length': String(2 ** 40) }
  for (let day = 10; day < 30; day += 1) {
    const path = `/v2025-01-${day}/data/query/production?x=${day}`
    expect((await fixture.request(null, path, { method: 'POST', body: '{}', headers })).status).toBe(413)
  }
  expect(await told('kinds=limit-hit')).toEqual(['limit-hit: 413 POST /data/query'])
})

test('an export is told whichever page it begins with, and once', async () => {
  for (const after of ['!', 'a'])
    await (await fixture.request('viewer', `/v1/data/export/production?nextCursor=${after}`)).text()
  expect(await told('kinds=exported')).toEqual(['exported: '])
})

test('a filter chooses by kind, person and time', async () => {
  fixture.lake.accounts.addUser('anna', 'editor')
  fixture.lake.accounts.addUser('boris', 'editor')
  const all = await readLog('limit=2')
  expect(all).toHaveLength(2)
  expect(await readLog(`limit=1&before=${all[0].sequence}`)).toEqual([all[1]])
  expect(await readLog('actor=nobody')).toEqual([])
  expect(await readLog('until=2020-01-01T00:00:00Z')).toEqual([])
  expect((await readLog('since=2020-01-01T03:00:00%2B03:00')).length).toBeGreaterThan(1)
  for (const wrong of ['kinds=nothing', 'limit=0', 'before=x', 'since=yesterday']) {
    expect((await fixture.request('administrator', `/v1/audit/entries?${wrong}`)).status).toBe(400)
  }
})

test.each([
  [null, 401],
  ['viewer', 403],
  ['editor', 403],
] as const)('%s does not read it', async (role, status) => {
  const response = await fixture.request(role, '/v1/audit/entries')
  expect([response.status, (await response.text()).includes('token-added')]).toEqual([status, false])
})

test('entries can neither be changed nor removed before their time', async () => {
  const database = new DatabaseSync(join(fixture.dataDir, 'accounts.sqlite'))
  expect(() => database.exec("UPDATE audit SET actor = 'nobody'")).toThrow('append-only')
  expect(() => database.exec('DELETE FROM audit')).toThrow('keeps a year')
  database.exec(`INSERT INTO audit (at, kind, actor, actor_name, subject, address, details)
    VALUES ('2001-01-01T00:00:00.000Z', 'sign-in', '', '', 'old', '', '{}')`)
  database.close()
  expect(await told()).toContain('sign-in: old')
  await fixture.reopen()
  fixture.lake.accounts.addUser('anna', 'editor')
  expect(await told()).not.toContain('sign-in: old')
})
