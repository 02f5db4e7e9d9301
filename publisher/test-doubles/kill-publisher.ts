import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { runPublisher } from '../run-publisher.ts'
import type { RunningPublisher } from '../run-publisher.ts'
import { createFakeSite, fakeRules } from './fake-site.ts'
import { createMemorySource } from './memory-source.ts'
import { readFiles, readFoundPages, readLeftovers } from './release-contents.ts'

const practices = Array.from({ length: 30 }, (_, number) => ({
  _id: `x${number}`,
  _type: 'practice',
  slug: `s-${number}`,
  title: `Практика ${number} `.repeat(30),
}))

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
async function publishAndKill(folder: string, seed: number, afterMs: number): Promise<void> {
  const program = join(import.meta.dirname, 'publishing-process.ts')
  const args = [program, join(folder, 'data'), join(folder, 'lake.json'), String(seed)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await delay(afterMs)
  child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
}

/**
 * Law: a publisher that was killed at any moment catches up to what a full rebuild gives.
 * @param kills how many times it is killed
 */
export async function expectKillsToBeHarmless(kills: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kopilka-crash-'))
  try {
    await mkdir(join(folder, 'data/site-assets'), { recursive: true })
    await mkdir(join(folder, 'full/site-assets'), { recursive: true })
    await writeFile(join(folder, 'lake.json'), JSON.stringify(practices))
    const full = await start(join(folder, 'full'))
    const expected = { files: await readFiles(full.publicDir), found: await readFoundPages(full.publicDir) }
    await full.close()
    for (let kill = 0; kill < kills; kill += 1) {
      // Moments spread over a batch: rendering, writing, noting, indexing.
      await publishAndKill(folder, kill * 7, (kill * 37) % 160)
      const publisher = await start(join(folder, 'data'))
      await publisher.whenIdle()
      const files = await readFiles(publisher.publicDir)
      const found = await readFoundPages(publisher.publicDir)
      await publisher.close()
      expect(await readLeftovers(publisher.publicDir)).toEqual([])
      expect(files).toEqual(expected.files)
      expect(found).toEqual(expected.found)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
