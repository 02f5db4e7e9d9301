import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLake } from '../create-lake.ts'

const MEBIBYTE = 2 ** 20

/** A file system of 4 MiB of its own. Mounting one is for the superuser of Linux, as in a container. */
function mountSmallDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kopilka-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', [folder])
    rmdirSync(folder)
  })
  return folder
}

test('on a full disk writes are refused in words, reads go on, and freed space is used at once', async () => {
  const disk = mountSmallDisk()
  const lake = await openLake({ dataDir: join(disk, 'data'), projectId: 'local', dataset: 'production' })
  const authorization = `Bearer ${lake.accounts.addToken('writer', 'administrator')}`
  const call = (path: string, init: RequestInit = {}) =>
    lake.fetch(new Request(`http://lake.test${path}`, { ...init, headers: { authorization } }))
  const write = (_id: string) =>
    call('/v1/data/mutate/production', {
      method: 'POST',
      body: JSON.stringify({ mutations: [{ create: { _id, _type: 'page', text: 'ы'.repeat(2_000) } }] }),
    })
  const count = async () => (await call('/v1/data/query/production?query=count(*[_type=="page"])')).json()

  await write('before')
  writeFileSync(join(disk, 'filler'), Buffer.alloc(2 * MEBIBYTE))
  let written = 1
  while ((await write(`page-${written}`)).ok) written += 1

  const full = { statusCode: 503, message: expect.stringContaining('disk is full') }
  expect(await (await write('more')).json()).toMatchObject(full)
  const upload = { method: 'POST', body: 'x'.repeat(MEBIBYTE) }
  expect(await (await call('/v1/assets/files/production', upload)).json()).toMatchObject(full)
  expect(await count()).toMatchObject({ result: written })
  expect((await call('/v1/data/export/production')).ok).toBe(true)

  rmSync(join(disk, 'filler'))
  expect((await write('after')).ok).toBe(true)
  expect(await count()).toMatchObject({ result: written + 1 })
  await lake.close()
})
