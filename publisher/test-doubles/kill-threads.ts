import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { readFiles, readFoundPages, readLeftovers } from './release-contents.ts'
import { authorNamed, openWideLake, runWidePublisher } from './wide-change.ts'

/** How large the site is, and a change that threads render; how often it is killed. */
export interface WideKills {
  pages: number
  pagesOfCrew: number
  kills: number
}

/** Publishes a change of all pages in another process and kills it after threads began to render them. */
async function changeAndKill(dataDir: string, changes: number, { pages, pagesOfCrew }: WideKills) {
  const program = join(import.meta.dirname, 'wide-publishing-process.ts')
  const args = [program, dataDir, String(pages), String(changes), String(pagesOfCrew)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await delay((changes * 37) % 90)
  child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
}

/** Law: a publisher that is killed while threads render a change of very many pages catches up to what a full build gives. */
export async function expectKillsOfThreadsToBeHarmless(wide: WideKills): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kopilka-crash-wide-'))
  const dataDir = join(folder, 'data')

  async function readSite(dir: string, changes: number) {
    const source = openWideLake({ pages: wide.pages, changes })
    const publisher = await runWidePublisher(dir, source, wide.pagesOfCrew)
    await publisher.whenIdle()
    const { publicDir } = publisher
    // The first index of a large site is built after its pages are live.
    const countFound = async () => (await readFoundPages(publicDir)).size
    await expect.poll(countFound, { timeout: 60_000 }).toBe(wide.pages)
    const site = { files: await readFiles(publicDir), found: await readFoundPages(publicDir) }
    await publisher.close()
    expect(await readLeftovers(publicDir)).toEqual([])
    return site
  }

  try {
    const full = await readSite(join(folder, 'full'), 0)
    let unfinished = 0
    for (let kill = 1; kill <= wide.kills; kill += 1) {
      await changeAndKill(dataDir, kill - 1, wide)
      if ((await countPagesNaming(dataDir, authorNamed(kill - 1).name)) > 0) unfinished += 1
      const after = await readSite(dataDir, kill)
      expect(after).toEqual({
        files: rename(full.files, kill),
        found: rename(full.found, kill),
      })
    }
    expect(unfinished).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function countPagesNaming(dataDir: string, name: string): Promise<number> {
  const files = await readdir(dataDir, { recursive: true })
  const pages = files.filter((file) => file.endsWith('index.html'))
  const texts = await Promise.all(pages.map((file) => readFile(join(dataDir, file), 'utf8')))
  return texts.filter((text) => text.includes(name)).length
}

/** The pages as they are after changes of the name. */
function rename(pages: ReadonlyMap<string, string>, changes: number): Map<string, string> {
  const [from, to] = [authorNamed(0).name, authorNamed(changes).name]
  return new Map([...pages].map(([path, text]) => [path, text.replaceAll(from, to)]))
}
