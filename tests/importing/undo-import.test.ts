import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SanityClient } from '@sanity/client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import type { Lake } from '#lake/create-lake.ts'
import { readEnvironment } from '#scripts/environment.ts'
import { clientInProcess, openEmbeddedLake } from '#scripts/lake-access/embedded-lake.ts'
import { planImport, prepareDrafts } from '#studio/import-tool/prepare-drafts.ts'
import { type ImportRecord, saveImport } from '#studio/import-tool/save-import.ts'
import { undoImport } from '#studio/import-tool/undo-import.ts'

// With a real lake: what counts are its revisions, its conflicts and its history.

const TABLE = `Дорожная карта наставничества МБОУ «СОШ № 7» на 2024/2025 учебный год
№\tМероприятие\tСрок\tОтветственный
1\tИздать приказ о наставничестве\tсентябрь 2024\tЗвонарёва А.Б.
2\tПровести обучение наставников\tоктябрь 2024\tКуратор`
const CHANGED = TABLE.replace('октябрь', 'ноябрь')
const ROADMAP = 'drafts.roadmap-mbou-sosh-7-2024-2025'
const SCHOOL = 'drafts.organization-mbou-sosh-7'
const PERSON = 'person-zvonareva-a-b-mbou-sosh-7'

let lake: Lake
let dataDir: string
let client: SanityClient

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kopilka-undo-'))
  const environment = readEnvironment({ KOPILKA_DATA: dataDir })
  lake = await openEmbeddedLake(environment)
  client = clientInProcess(lake, environment, lake.accounts.addToken('undo', 'editor'))
})

beforeEach(async () => {
  await client.delete({ query: '*[_type in ["coverage", "roadmap"]]' })
  await client.delete({ query: '*[_type in ["organization", "person"]]' })
})

afterAll(async () => {
  await lake.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function importTable(text: string): Promise<ImportRecord> {
  const prepared = await prepareDrafts(client, readRoadmap(text), { fallbackName: 'karta', known: {} })
  return saveImport(client, planImport(prepared, {}), prepared.known)
}

const deadlines = async () =>
  client.fetch<unknown>(
    '*[_id == $id][0].stages[].activities[].deadlines[].verbatim',
    { id: ROADMAP },
    { perspective: 'raw' },
  )
const ids = async () =>
  client.fetch<unknown>(
    '*[_type in ["organization", "person", "roadmap"]]._id | order(@ asc)',
    {},
    { perspective: 'raw' },
  )

test('what an import created goes, all of it', async () => {
  const record = await importTable(TABLE)
  expect(await ids()).toEqual([SCHOOL, ROADMAP, PERSON])
  expect(await undoImport(client, record)).toEqual({ roadmap: true, stays: [] })
  expect(await ids()).toEqual([])
})

test('what somebody changed or uses since stays, and is named with the reason', async () => {
  const record = await importTable(TABLE)
  await client.patch(SCHOOL, { set: { phone: '12-34-56' } }).commit()
  await client.create({
    _id: 'drafts.practice-a',
    _type: 'practice',
    authors: [{ _key: 'a', _ref: PERSON, _weak: true }],
  })
  expect(await undoImport(client, record)).toEqual({
    roadmap: true,
    stays: [
      'МБОУ «СОШ № 7»: после загрузки там уже правили.',
      'Звонарёва А.Б.: на эту запись уже ссылаются другие.',
    ],
  })
  expect(await ids()).toEqual([SCHOOL, PERSON])
  await client.delete('drafts.practice-a')
})

test('a roadmap that was edited since stays, with everything that it needs', async () => {
  const record = await importTable(TABLE)
  await client.patch(ROADMAP, { set: { title: 'Карта школы' } }).commit()
  expect(await undoImport(client, record)).toMatchObject({
    roadmap: false,
    stays: [expect.stringContaining('уже правили')],
  })
  expect(await ids()).toEqual([SCHOOL, ROADMAP, PERSON])
})

test('taking back a second import restores the draft that it changed', async () => {
  await importTable(TABLE)
  await client.patch(ROADMAP, { set: { title: 'Карта школы' } }).commit()
  const second = await importTable(CHANGED)
  expect(second).toMatchObject({ created: [], before: expect.any(String) })
  expect(await deadlines()).toEqual(['сентябрь 2024', 'ноябрь 2024'])
  expect(await undoImport(client, second)).toEqual({ roadmap: true, stays: [] })
  expect(await deadlines()).toEqual(['сентябрь 2024', 'октябрь 2024'])
  expect(await client.getDocument(ROADMAP)).toMatchObject({ title: 'Карта школы' })
})

test('a draft that was changed after it was compared is not written over', async () => {
  await importTable(TABLE)
  const prepared = await prepareDrafts(client, readRoadmap(CHANGED), { fallbackName: 'karta', known: {} })
  await client.patch(ROADMAP, { set: { title: 'Правка другого редактора' } }).commit()
  await expect(saveImport(client, planImport(prepared, {}), prepared.known)).rejects.toMatchObject({
    statusCode: 409,
  })
  expect(await deadlines()).toEqual(['сентябрь 2024', 'октябрь 2024'])
})

test('activities that publications tell of stay though the file has them no more', async () => {
  await importTable(TABLE)
  await client.create({
    _id: 'coverage-a',
    _type: 'coverage',
    roadmap: { _type: 'reference', _ref: ROADMAP.replace('drafts.', ''), _weak: true },
    activities: ['s1a2'],
  })
  const shorter = TABLE.split('\n').slice(0, 3).join('\n')
  const prepared = await prepareDrafts(
    client,
    readRoadmap(`${shorter}\n3\tПодвести итоги\tмай 2025\tДиректор`),
    {
      fallbackName: 'karta',
      known: {},
    },
  )
  expect(planImport(prepared, {}).differences).toContainEqual(
    expect.objectContaining({ id: 'row:s1a2', taken: 'edited', conflict: true }),
  )
})
