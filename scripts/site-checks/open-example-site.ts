import { serveRelease } from '#publisher/serve/serve-release.ts'
import { startPublisher } from '#publisher/start-publisher.ts'
import type { Publisher } from '#publisher/start-publisher.ts'
import { createFrontDoor } from '../server/front-door.ts'
import type { Rooms } from '../server/front-door.ts'
import { listen } from '../server/listen.ts'
import { buildProjectBundle, openExampleLake } from './example-lake.ts'
import type { ExampleLake } from './example-lake.ts'

/** The day on which the examples are looked at. */
const NOW = new Date('2026-11-21T09:00:00Z')

/** The site of the examples as readers meet it, without the Studio. */
export interface ExampleSite {
  /** `http://localhost:PORT` */
  origin: string
  client: ExampleLake['client']
  publisher: Publisher
  close(): Promise<void>
}

/** Publishes the examples and serves the release, its pictures and files on a free port. */
export async function openExampleSite(): Promise<ExampleSite> {
  const bundleDir = await buildProjectBundle()
  const lake = await openExampleLake()
  const rooms: Rooms = { lake: lake.lake, studio: null, preview: null, publisher: null, site: null }
  const errors: Error[] = []
  const door = createFrontDoor(rooms, (error) => errors.push(error))
  const listening = await listen((request, connection) => door.fetch(request, connection), 0)
  const origin = `http://localhost:${listening.port}`
  const { client, dataDir } = lake
  const publisher = await startPublisher({ client, dataDir, bundleDir, origin, now: () => NOW })
  rooms.site = serveRelease(publisher)
  return {
    origin,
    client,
    publisher,
    async close() {
      await listening.close()
      await publisher.close()
      await lake.close()
      if (errors.length > 0) throw new AggregateError(errors, 'The server of the examples failed')
    },
  }
}
