import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LakeDocument } from '../documents/document-source.ts'
import type { KeeperOptions } from '../release/release-keeper.ts'
import { runPublisher } from '../run-publisher.ts'
import type { RunningPublisher } from '../run-publisher.ts'
import type { BuiltSite, SiteBundle, SiteOptions } from '../site-bundle/built-site.ts'
import { createFakeSite, fakeRules } from './fake-site.ts'
import { createMemorySource } from './memory-source.ts'
import type { MemorySource } from './memory-source.ts'
import { readFiles } from './release-contents.ts'

export const school = { _id: 'o1', _type: 'organization', slug: 'shkola', name: 'Школа № 1' }
export const author = { _id: 'p1', _type: 'person', name: 'Иванова А.А.', consentUntil: '2026-12-31' }
export const practice = {
  _id: 'x1',
  _type: 'practice',
  slug: 'chitaem',
  title: 'Читаем вместе',
  organization: 'o1',
  author: 'p1',
  until: '2026-09-30',
}

/** A publisher over a lake in memory, in a folder of its own, with a clock that is set by hand. */
export interface PublishingScene {
  readonly dataDir: string
  readonly source: MemorySource
  /** The publisher at work. */
  readonly publisher: RunningPublisher
  clock: Date
  /** Paths of pages that were rendered. */
  rendered: string[]
  /** What the publisher reported. */
  readonly errors: unknown[]
  /** Ends the publisher and starts another, perhaps with other code, after `meanwhile`. */
  restart(bundle?: Partial<SiteBundle>, meanwhile?: () => void): Promise<void>
  /** Publishes documents, and what the publisher itself writes into the lake. */
  put(...documents: { _id: string; _type: string; [field: string]: unknown }[]): Promise<void>
  /** Text of a file that readers get. */
  page(file: string): Promise<string | undefined>
  /** Ends the publisher and deletes the folder. */
  close(): Promise<void>
}

/** Starts a publisher over these documents, on 1 September 2026. */
export async function openPublishingScene(
  documents: Iterable<LakeDocument>,
  keeperOptions: Pick<KeeperOptions, 'pagesOfCrew'> = {},
): Promise<PublishingScene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kopilka-publisher-'))
  await mkdir(join(dataDir, 'assets'))
  await writeFile(join(dataDir, 'assets/style.css'), 'body{}'.repeat(200))
  const source = createMemorySource(documents)
  const errors: unknown[] = []

  function createWatchedSite(options: SiteOptions): BuiltSite {
    const site = createFakeSite(options)
    return {
      ...site,
      render(path) {
        scene.rendered.push(path)
        return site.render(path)
      },
    }
  }

  function start(bundle: Partial<SiteBundle> = {}): Promise<RunningPublisher> {
    return runPublisher({
      source,
      bundle: { createSite: createWatchedSite, assetsDir: join(dataDir, 'assets'), id: 'code-1', ...bundle },
      rules: fakeRules,
      dataDir,
      origin: 'https://example.ru',
      now: () => scene.clock,
      onError: (error) => errors.push(error),
      ...keeperOptions,
    })
  }

  let publisher: RunningPublisher | null = null
  const scene: PublishingScene = {
    dataDir,
    source,
    get publisher() {
      if (publisher === null) throw new Error('No publisher is at work.')
      return publisher
    },
    clock: new Date('2026-09-01T09:00:00Z'),
    rendered: [],
    errors,
    async restart(bundle, meanwhile = () => {}) {
      await publisher?.close()
      publisher = null
      meanwhile()
      scene.rendered = []
      publisher = await start(bundle)
    },
    async put(...changed) {
      for (const document of changed) source.put(document)
      await scene.publisher.whenIdle()
      await scene.publisher.whenIdle()
    },
    page: async (file) => (await readFiles(scene.publisher.publicDir)).get(file),
    async close() {
      await publisher?.close()
      await rm(dataDir, { recursive: true })
    },
  }
  publisher = await start()
  return scene
}
