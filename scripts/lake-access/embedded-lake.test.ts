import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lake } from '#lake/create-lake.ts'
import { readEnvironment } from '../environment.ts'
import { clientInProcess, openEmbeddedLake } from './embedded-lake.ts'

let lake: Lake
let dataDir: string
let scan: string
let memo: string

const fileOf = (_ref: string) => ({ _type: 'file', asset: { _type: 'reference', _ref } })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-public-'))
  const environment = readEnvironment({ KOPILKA_DATA: dataDir })
  lake = await openEmbeddedLake(environment)
  const client = clientInProcess(lake, environment, lake.accounts.addToken('attack', 'editor'))
  const upload = async (text: string) => (await client.assets.upload('file', Buffer.from(text)))._id
  scan = await upload('скан согласия')
  memo = await upload('памятка')
  await client.create({
    _id: 'person-a',
    _type: 'person',
    name: 'Бархатнева И.В.',
    position: 'куратор',
    consent: {
      _type: 'consent',
      scope: ['name'],
      date: '2026-01-01',
      withdrawn: '2026-02-01',
      document: fileOf(scan),
    },
  })
  await client.create({
    _id: 'material-a',
    _type: 'material',
    title: 'Памятка',
    files: [{ _key: 'a', _type: 'attachment', title: 'Памятка', file: fileOf(memo) }],
  })
})

afterAll(async () => {
  await lake.close()
  await rm(dataDir, { recursive: true, force: true })
})

const ask = async (groq: string) => {
  const url = `http://localhost/v2025-02-19/data/query/production?returnQuery=false&query=${encodeURIComponent(groq)}`
  return (await lake.fetch(new Request(url))).text()
}

test('a stranger sees the file of a public material and not the scan of a consent', async () => {
  const found = await ask('*[_type == "sanity.fileAsset"]')
  expect(found).toContain(memo)
  expect(found).not.toContain(scan)
})

test('a stranger finds no trace of someone whose consent was withdrawn', async () => {
  const found = await ask('[*, count(*[name match "Бархатнева*"]), *[references("person-a")]]')
  expect(found).toContain('material-a')
  expect(found).not.toContain('Бархатнева')
})
