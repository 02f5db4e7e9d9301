import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let fixture: LakeFixture

beforeEach(async () => {
  fixture = await createLakeFixture()
})

afterEach(() => fixture.close())

const upload = (text: string) =>
  fixture.client('administrator').assets.upload('file', Buffer.from(text), { filename: 'a.txt' })
const files = () => readdirSync(join(fixture.dataDir, 'assets', 'files'))
const pathOf = (name: string, ...folders: string[]) =>
  join(fixture.dataDir, 'assets', ...folders, 'files', name)

/** Makes a file look as if it had come that long ago. */
function age(path: string, days: number): void {
  const then = new Date(Date.now() - days * DAY_MS)
  utimesSync(path, then, then)
}

test('the bytes of a deleted asset are put aside, and deleted a month later', async () => {
  const asset = await upload('ничьё')
  const [name = ''] = files()
  age(pathOf(name), 2)
  await fixture.client('administrator').delete(asset._id)
  expect(await fixture.lake.sweepAssets()).toEqual({ putAside: 1, broughtBack: 0, deleted: 0 })
  expect([existsSync(pathOf(name)), existsSync(pathOf(name, 'aside'))]).toEqual([false, true])
  expect(await fixture.lake.sweepAssets()).toEqual({ putAside: 0, broughtBack: 0, deleted: 0 })
  age(pathOf(name, 'aside'), 31)
  expect(await fixture.lake.sweepAssets()).toEqual({ putAside: 0, broughtBack: 0, deleted: 1 })
  expect(existsSync(pathOf(name, 'aside'))).toBe(false)
})

test('what has a document stays, also when nothing refers to it', async () => {
  await upload('чьё-то')
  age(pathOf(files()[0] ?? ''), 400)
  expect(await fixture.lake.sweepAssets()).toEqual({ putAside: 0, broughtBack: 0, deleted: 0 })
  expect(files()).toHaveLength(1)
})

test('what somebody still refers to stays, also without its document', async () => {
  const asset = await upload('нужное')
  const file = { asset: { _type: 'reference', _ref: asset._id, _weak: true } }
  await fixture.client('administrator').create({ _id: 'drafts.x', _type: 'practice', file })
  await fixture.client('administrator').delete(asset._id)
  age(pathOf(files()[0] ?? ''), 400)
  expect(await fixture.lake.sweepAssets()).toMatchObject({ putAside: 0 })
})

test('what was just uploaded stays, also when its bytes had been there for long', async () => {
  const asset = await upload('снова')
  const [name = ''] = files()
  await fixture.client('administrator').delete(asset._id)
  expect(await fixture.lake.sweepAssets()).toMatchObject({ putAside: 0 })
  age(pathOf(name), 400)
  await upload('снова')
  await fixture.client('administrator').delete(asset._id)
  expect(await fixture.lake.sweepAssets()).toMatchObject({ putAside: 0 })
})

test('a document that comes back finds its bytes', async () => {
  const asset = await upload('вернулось')
  const [name = ''] = files()
  const client = fixture.client('administrator')
  await client.delete(asset._id)
  age(pathOf(name), 2)
  await fixture.lake.sweepAssets()
  await client.createOrReplace(asset)
  expect(await fixture.lake.sweepAssets()).toEqual({ putAside: 0, broughtBack: 1, deleted: 0 })
  const answer = await fixture.request('administrator', new URL(asset.url).pathname)
  expect(await answer.text()).toBe('вернулось')
})

test('the same content uploaded anew while it lies aside is there at once', async () => {
  const asset = await upload('дважды')
  const [name = ''] = files()
  await fixture.client('administrator').delete(asset._id)
  age(pathOf(name), 2)
  await fixture.lake.sweepAssets()
  const again = await upload('дважды')
  const answer = await fixture.request('administrator', new URL(again.url).pathname)
  expect(await answer.text()).toBe('дважды')
  expect(await fixture.lake.sweepAssets()).toMatchObject({ putAside: 0 })
})

test('files that are no assets are left alone', async () => {
  writeFileSync(pathOf('notes.txt'), 'моё')
  age(pathOf('notes.txt'), 400)
  expect(await fixture.lake.sweepAssets()).toMatchObject({ putAside: 0 })
  expect(existsSync(pathOf('notes.txt'))).toBe(true)
})
