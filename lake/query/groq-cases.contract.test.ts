import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'
import { CASE_DOCUMENTS, GROQ_CASES } from './groq-cases.ts'

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'lake-api.md'), 'utf8')

let inPlace: LakeFixture
let apart: LakeFixture

beforeAll(async () => {
  inPlace = await createLakeFixture()
  apart = await createLakeFixture({ limits: { documentsInPlace: 0 } })
  for (const fixture of [inPlace, apart]) {
    const mutations = CASE_DOCUMENTS.map((document) => ({ create: document }))
    const response = await fixture.request('editor', '/v1/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ mutations }),
    })
    if (!response.ok) throw new Error(await response.text())
  }
})

afterAll(async () => {
  await inPlace.close()
  await apart.close()
})

test.each(GROQ_CASES)('$of: $query', async ({ query, params = {}, result }) => {
  for (const fixture of [inPlace, apart]) {
    const client = fixture.client('viewer', { perspective: 'raw' })
    expect(await client.fetch(query, params)).toEqual(result)
  }
})

const section = (heading: string) => PAGE.split(`| ${heading} `)[1]?.split('\n\n')[0] ?? ''

test('every function and operator of the documentation has a case', () => {
  const names = [section('function'), section('operator')].flatMap((table) =>
    table.split('\n').flatMap((line) => {
      const [, name = '', state = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
      if (state !== 'supported' && state !== 'differs') return []
      const told = [...name.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one.replaceAll('\\|', '|'))
      return told.length > 0 ? told : [name]
    }),
  )
  const covered = new Set<string>([
    ...GROQ_CASES.map(({ of }) => of),
    '[0]',
    '[0..1]',
    '[0...1]',
    '[condition]',
  ])
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !covered.has(name))).toEqual([])
})
