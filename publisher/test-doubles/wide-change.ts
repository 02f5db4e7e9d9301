import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BroadcastChannel } from 'node:worker_threads'
import { runPublisher } from '../run-publisher.ts'
import type { RunningPublisher } from '../run-publisher.ts'
import type { BuiltSite, SiteOptions } from '../site-bundle/built-site.ts'
import { createFakeSite, fakeRules } from './fake-site.ts'
import { createMemorySource } from './memory-source.ts'
import type { MemorySource } from './memory-source.ts'

/** A lake of many practices by one author, whose every change of name changes all of their pages. */
export interface WideLake {
  readonly pages: number
  /** How often the author has changed the name. */
  readonly changes: number
}

/** The author after so many changes. */
export function authorNamed(changes: number) {
  return { _id: 'p1', _type: 'person', name: `Автор-${changes}-й`, consentUntil: '2026-12-31' }
}

/** The lake as it is after the changes; its revisions are those it had while they were made. */
export function openWideLake({ pages, changes }: WideLake): MemorySource {
  const source = createMemorySource([
    authorNamed(0),
    ...Array.from({ length: pages }, (_, number) => ({
      _id: `x${number}`,
      _type: 'practice',
      slug: `s-${number}`,
      title: `Практика ${number}`,
      author: 'p1',
    })),
  ])
  for (let change = 1; change <= changes; change += 1) source.put(authorNamed(change))
  return source
}

/** A publisher that can be told to leave the next change to threads. */
interface WidePublisher extends RunningPublisher {
  /** Of the next change only the first pages are rendered before threads are there. @param begun hears that they render */
  leaveToThreads(begun: () => void): void
}

/** So many pages of a change are rendered before threads are there. */
const PAGES_ALONE = 40

export async function runWidePublisher(
  dataDir: string,
  source: MemorySource,
  pagesOfCrew: number,
): Promise<WidePublisher> {
  let threads: Promise<void> | null = null
  let alone = 0

  function createPatientSite(options: SiteOptions): BuiltSite {
    const site = createFakeSite(options)
    return {
      ...site,
      async render(path) {
        alone += 1
        if (alone > PAGES_ALONE) await threads
        return site.render(path)
      },
    }
  }

  const dir = await writeBundle(join(dataDir, 'bundle'))
  const publisher = await runPublisher({
    source: { ...source, remember: () => Promise.resolve() },
    bundle: { createSite: createPatientSite, assetsDir: join(dir, 'client'), id: 'code', dir },
    rules: fakeRules,
    dataDir,
    origin: 'https://example.ru',
    now: () => new Date('2026-09-01T09:00:00Z'),
    pagesOfCrew,
  })
  return Object.assign(publisher, {
    leaveToThreads(begun: () => void) {
      alone = 0
      const channel = new BroadcastChannel(CHANNEL)
      threads = new Promise((resolve) => {
        channel.addEventListener('message', (message) => {
          if ('data' in message && message.data === 'loaded') resolve()
          else begun()
        })
      })
    },
  })
}

/** A folder from which threads load the site. */
async function writeBundle(dir: string): Promise<string> {
  await mkdir(join(dir, 'server'), { recursive: true })
  await mkdir(join(dir, 'client'), { recursive: true })
  const code = `export { createSiteOfThread as createSite } from '${import.meta.url}'`
  await writeFile(join(dir, 'server/entry.mjs'), code)
  await writeFile(join(dir, 'inputs.sha256'), 'code')
  return dir
}

const CHANNEL = 'kopilka-threads'

/** The site in a thread: tells its process that it is loaded, and that it renders. */
export function createSiteOfThread(options: SiteOptions): BuiltSite {
  const site = createFakeSite(options)
  const channel = new BroadcastChannel(CHANNEL)
  channel.unref()
  channel.postMessage('loaded')
  let told = false
  return {
    ...site,
    render(path) {
      if (!told) channel.postMessage('renders')
      told = true
      return site.render(path)
    },
  }
}
