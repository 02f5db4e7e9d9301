import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'
import { createChangeFinder } from './find-changed.ts'

let fixture: LakeFixture
let database: DatabaseSync

beforeEach(async () => {
  fixture = await createLakeFixture()
  database = new DatabaseSync(join(fixture.dataDir, 'lake.sqlite'), { readOnly: true })
})

afterEach(async () => {
  database.close()
  await fixture.close()
})

const write = (...ids: string[]) =>
  fixture.client('editor').mutate(
    ids.map((_id) => ({ createOrReplace: { _id, _type: 'page' } })),
    { returnDocuments: false },
  )

test('it tells what was changed since it was asked last', async () => {
  const find = createChangeFinder(database)
  await write('a')
  expect(find()).toBeNull()
  expect(find()).toEqual([])
  await write('b', 'drafts.c')
  await write('b')
  expect(find()).toEqual(['b', 'drafts.c'])
  expect(find()).toEqual([])
})

test('it does not know after very many changes, or when some were purged', async () => {
  const find = createChangeFinder(database)
  find()
  await write(...Array.from({ length: 1_001 }, (_, n) => `p${n}`))
  expect(find()).toBeNull()
  await write('drafts.x')
  find()
  await fixture.client('editor').action({
    actionType: 'sanity.action.document.delete',
    publishedId: 'x',
    includeDrafts: ['drafts.x'],
    purge: true,
  })
  expect(find()).toBeNull()
})
