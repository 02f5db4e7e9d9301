import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createClient } from '@sanity/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLake } from '../create-lake.ts'
import { toRequestInit } from '../lake-fixture.ts'
import { ACCOUNT_MIGRATIONS } from './accounts/migrations.ts'
import { DATASET_MIGRATIONS } from './dataset-schema.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kopilka-earlier-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

/** Writes a file as the program of that version left it. */
function writeAsOf(name: string, migrations: readonly string[], rows: string): void {
  const database = new DatabaseSync(join(dataDir, name))
  database.exec('PRAGMA journal_mode = WAL')
  for (const script of migrations) database.exec(script)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
  database.exec(rows)
  database.close()
}

const AT = '2026-09-01T09:00:00Z'
const DATASET_ROWS = `
  INSERT INTO document (id, type, base, state, rev, created_at, updated_at, body) VALUES
    ('target', 'page', 'target', 'published', 't1', '${AT}', '${AT}',
     '{"_id":"target","_type":"page","_rev":"t1","_createdAt":"${AT}","_updatedAt":"${AT}","slug":{"_type":"slug","current":"celь"},"title":"Наставник"}'),
    ('source', 'page', 'source', 'published', 't1', '${AT}', '${AT}',
     '{"_id":"source","_type":"page","_rev":"t1","_createdAt":"${AT}","_updatedAt":"${AT}","next":{"_type":"reference","_ref":"target"}}');
  INSERT INTO reference (source, target, weak, path) VALUES ('source', 'target', 0, 'next');
  INSERT INTO committed (sequence, id, author, timestamp) VALUES (1, 't1', 'anna', '${AT}');
  INSERT INTO change (sequence, position, document, type, previous_rev, result_rev, mutations, apply, revert) VALUES
    (1, 0, 'target', 'page', NULL, 't1', '[]', '[0,{"_id":"target"}]', '[0,null]'),
    (1, 1, 'source', 'page', NULL, 't1', '[]', '[0,{"_id":"source"}]', '[0,null]');`
const ACCOUNT_ROWS = `
  INSERT INTO users (id, login, name, role, created_at) VALUES ('u1', 'anna', 'Анна', 'administrator', '${AT}');`

const versions = Array.from({ length: DATASET_MIGRATIONS.length }, (_, index) => index + 1)

test.each(versions)('documents, references and history of version %i are found', async (version) => {
  writeAsOf('lake.sqlite', DATASET_MIGRATIONS.slice(0, version), DATASET_ROWS)
  const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: 'http://lake.test',
    useProjectHostname: false,
    useCdn: false,
    token: lake.accounts.addToken('test', 'administrator'),
    resolveFetch: () => (url, init) => lake.fetch(new Request(url, toRequestInit(init))),
  })
  expect(await client.fetch('*[slug.current == "celь"][0].title')).toBe('Наставник')
  expect(await client.fetch('*[title match "наставник"]._id')).toEqual(['target'])
  expect(await client.fetch('*[references("target")][0].next->title')).toBe('Наставник')
  await expect(client.delete('target')).rejects.toThrow('reference')
  const { _rev } = await client.patch('target').set({ title: 'Новое' }).commit()
  expect(await client.fetch('*[_id == "target"][0]{title, _rev}')).toEqual({ title: 'Новое', _rev })
  await lake.close()
})

test.each(ACCOUNT_MIGRATIONS.map((_, index) => index + 1))(
  'people of version %i are known',
  async (version) => {
    writeAsOf('accounts.sqlite', ACCOUNT_MIGRATIONS.slice(0, version), ACCOUNT_ROWS)
    const lake = await openLake({ dataDir, projectId: 'local', dataset: 'production' })
    expect(lake.accounts.listUsers()).toMatchObject([{ login: 'anna', role: 'administrator' }])
    expect(lake.accounts.createSignInLink('anna')).toMatch(/^\//)
    await lake.close()
  },
)
