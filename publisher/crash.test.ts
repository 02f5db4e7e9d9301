import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPublisher } from './run-publisher.ts'
import type { RunningPublisher } from './run-publisher.ts'
import { createFakeSite, fakeRules } from './test-doubles/fake-site.ts'
import { createMemorySource } from './test-doubles/memory-source.ts'
import { readFiles, readFoundPages, readLeftovers } from './test-doubles/release-contents.ts'

const KILLS = 8
const practices = Array.from({ length: 30 }, (_, number) => ({
  _id: `x${number}`,
  _type: 'practice',
  slug: `s-${number}`,
  title: `Практика ${number} `.repeat(30),
}))

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kopilka-crash-'))
  await mkdir(join(folder, 'data/site-assets'), { recursive: true })
  await mkdir(join(folder, 'full/site-assets'), { recursive: true })
  await writeFile(join(folder, 'lake.json'), JSON.stringify(practices))
})
afterEach(() => rm(folder, { recursive: true }))

function start(dataDir: string): Promise<RunningPublisher> {
  return runPublisher({
    // The lake is as before the edits of the process that was killed: nothing moved in it.
    source: { ...createMemorySource(practices), remember: () => Promise.resolve() },
    bundle: { createSite: createFakeSite, assetsDir: join(dataDir, 'site-assets'), id: 'code' },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
  })
}

/** Publishes edits in another process and kills it in the middle of that, or of its start. */
async function publishAndKill(seed: number, afterMs: number): Promise<void> {
  const program = join(import.meta.dirname, 'test-doubles/publishing-process.ts')
  const args = [program, join(folder, 'data'), join(folder, 'lake.json'), String(seed)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await delay(afterMs)
  child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
}

test('a publisher that was killed at any moment catches up to what a full rebuild gives', async () => {
  const full = await start(join(folder, 'full'))
  const expected = { files: await readFiles(full.publicDir), found: await readFoundPages(full.publicDir) }
  await full.close()
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Moments spread over a batch: rendering, writing, noting, indexing.
    await publishAndKill(kill * 7, (kill * 37) % 160)
    const publisher = await start(join(folder, 'data'))
    await publisher.whenIdle()
    const files = await readFiles(publisher.publicDir)
    const found = await readFoundPages(publisher.publicDir)
    await publisher.close()
    expect(await readLeftovers(publisher.publicDir)).toEqual([])
    expect(files).toEqual(expected.files)
    expect(found).toEqual(expected.found)
  }
}, 60_000)
