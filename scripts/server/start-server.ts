import type { SanityClient } from '@sanity/client'
import { join } from 'node:path'
import { servePreview } from '#publisher/preview/serve-preview.ts'
import { serveFolder } from '#publisher/serve/serve-folder.ts'
import { serveRelease } from '#publisher/serve/serve-release.ts'
import { buildBundle } from '#publisher/site-bundle/build-bundle.ts'
import { startPublisher } from '#publisher/start-publisher.ts'
import type { Publisher } from '#publisher/start-publisher.ts'
import { buildStudio } from '#studio/build/build-studio.ts'
import { scheduleBackups, writeBackupApart } from '../backups/daily-backups.ts'
import { say } from '../command-line.ts'
import { childEnvironment } from '../environment.ts'
import type { Environment } from '../environment.ts'
import { clientOfHostedLake } from '../lake-access/network-client.ts'
import { loadExamples } from '../examples/load-examples.ts'
import { createFrontDoor } from './front-door.ts'
import type { Rooms } from './front-door.ts'
import { openLakeRoom } from './lake-room.ts'
import type { LakeRoom } from './lake-room.ts'
import { listen } from './listen.ts'
import { publisherRoom } from './publisher-room.ts'
import { createAdministratorLink } from './sign-in-link.ts'
import { studioHeaders } from './studio-headers.ts'

/** Finding out that the Studio is built already takes less than this. */
const STUDIO_CHECK_MS = 3000

/** A server that answers. */
export interface RunningServer {
  /** `http://localhost:PORT` */
  url: string
  /** Public address, without a trailing slash. */
  origin: string
  /** One-time link for the administrator; null when content lies at Sanity, which signs in by itself. */
  signInLink: string | null
  publisher: Publisher
  close(): Promise<void>
}

/**
 * Starts everything in this process on one origin: lake, Studio, previews and site. Resolves when the site is live.
 * @param root the project's folder
 */
export async function startServer(environment: Environment, root: string): Promise<RunningServer> {
  const rooms: Rooms = { lake: null, studio: null, preview: null, publisher: null, site: null }
  const door = createFrontDoor(rooms, (error) =>
    say(`Ошибка при ответе на запрос: ${error.stack ?? error.message}`),
  )
  const listening = await listen((request, connection) => door.fetch(request, connection), environment.port)
  const url = `http://localhost:${listening.port}`
  const origin = environment.origin ?? url
  let lake: LakeRoom | null = null
  let publisher: Publisher | null = null
  let backups: { close(): void } | null = null

  async function close(): Promise<void> {
    // The lake ends the event streams, without which connections would not end.
    const closing = listening.close()
    backups?.close()
    await publisher?.close()
    await lake?.close()
    await closing
  }

  try {
    lake =
      environment.projectId === 'local' ? await openLakeRoom(environment, origin, listening.server) : null
    rooms.lake = lake
    lake?.announce(url)
    if (lake !== null && environment.dailyBackups) backups = backUpDaily(environment)
    const client = lake?.client ?? clientOfHostedLake(environment)
    const studio = openStudio(environment, root, rooms)
    // Its failure is reported when its turn comes, not as an unhandled one.
    studio.catch(() => undefined)
    if (lake !== null && environment.examples) await fillEmptyLake(lake.client, root)
    publisher = await openSite({ environment, root, client, origin, rooms, lake })
    await studio
    const link = lake === null ? null : `${origin}${createAdministratorLink(lake.accounts)}`
    return { url, origin, signInLink: link, publisher, close }
  } catch (error) {
    await close()
    throw error
  }
}

function backUpDaily({ dataDir, backupDir }: Environment): { close(): void } {
  return scheduleBackups(
    {
      folder: join(backupDir, 'daily'),
      write: writeBackupApart(childEnvironment({ KOPILKA_DATA: dataDir })),
      now: () => new Date(),
    },
    {
      done: (folder) => say(`Резервная копия готова: ${folder}`),
      failed: (error) => say(`Резервная копия НЕ сделана: ${wordsOf(error)}`),
    },
  )
}

interface SiteParts {
  environment: Environment
  root: string
  client: SanityClient
  origin: string
  rooms: Rooms
  lake: LakeRoom | null
}

async function openSite({ environment, root, client, origin, rooms, lake }: SiteParts): Promise<Publisher> {
  const bundleDir = await buildBundle({
    root,
    node: process.execPath,
    environment: childEnvironment({}),
    onBuild: () => say('Собираю код сайта…'),
  })
  const publisher = await startPublisher({
    client,
    dataDir: environment.dataDir,
    bundleDir,
    origin,
    now: () => new Date(),
    onProgress: (done, all) => say(`Страницы сайта: ${done} из ${all}`),
    onError: (error) => say(`Публикация сбилась, собираю сайт заново: ${wordsOf(error)}`),
  })
  rooms.site = serveRelease(publisher)
  rooms.publisher = publisherRoom({
    publisher,
    identify: (request) => lake?.accounts.identifyLeniently(request) ?? null,
    sightOf: (request) => lake?.sightOf(request) ?? (() => false),
    record: (request, kind, subject) => lake?.record(request, kind, subject),
    webhookSecret: environment.webhookSecret,
    now: () => new Date(),
  })
  rooms.preview = servePreview(
    (path, request) => {
      const sees = lake?.sightOf(request)
      return publisher.renderPreview(path, ({ _id }) => sees?.(_id) ?? false)
    },
    (request) => lake !== null && lake.accounts.isSignedIn(request),
    (error) => say(`Черновик не показан: ${wordsOf(error)}`),
  )
  return publisher
}

async function openStudio(environment: Environment, root: string, rooms: Rooms): Promise<void> {
  const { projectId } = environment
  const slow = setTimeout(() => say('Собираю Студию, это занимает около минуты…'), STUDIO_CHECK_MS)
  const building = buildStudio({ root, projectId, environment: childEnvironment({}) })
  const { outDir } = await building.finally(() => clearTimeout(slow))
  rooms.studio = serveFolder({
    folder: () => outDir,
    base: '/studio',
    immutable: /^\/(?:static|assets)\/.*-[\w-]{8,}\.\w+$/,
    fallback: { path: '/index.html', status: 200 },
    headers: await studioHeaders(outDir, projectId !== 'local'),
  })
}

async function fillEmptyLake(client: SanityClient, root: string): Promise<void> {
  const isEmpty = (await client.fetch('count(*[!(_type match "system.**")])')) === 0
  if (isEmpty) await loadExamples({ client, folder: join(root, 'examples'), say })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
