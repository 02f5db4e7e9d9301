import { createClient } from '@sanity/client'
import type { SanityClient } from '@sanity/client'
import { pino } from 'pino'
import { addressOf } from '#content/addresses/address-of.ts'
import { openLake } from '#lake/create-lake.ts'
import type { Lake } from '#lake/create-lake.ts'
import type { Environment } from '../environment.ts'
import { API_VERSION } from './api-version.ts'
import { publicView } from './public-view.ts'

/** Opens the embedded lake; anonymous readers see of it what the site shows. The folder must be locked before. */
export function openEmbeddedLake(environment: Environment, origin?: string): Promise<Lake> {
  const { dataDir, projectId, dataset } = environment
  return openLake({
    dataDir,
    projectId,
    dataset,
    ...(origin === undefined ? {} : { origin }),
    // stdout is for the results of commands.
    logger: pino(
      { level: 'warn', redact: ['req.headers.authorization', 'req.headers.cookie'] },
      pino.destination(2),
    ),
    publicView,
    publicViewModule: { url: new URL('public-view.ts', import.meta.url).href, name: 'publicView' },
    addressOf,
  })
}

/** A client that talks to a lake of this process without going through the network. */
export function clientInProcess(lake: Lake, environment: Environment, token: string): SanityClient {
  return createClient({
    projectId: environment.projectId,
    dataset: environment.dataset,
    apiVersion: API_VERSION,
    apiHost: 'http://localhost',
    useProjectHostname: false,
    useCdn: false,
    token,
    resolveFetch: () => (address, init) => {
      // A body that is a stream must be announced as sent one way only.
      const options = { ...init, duplex: 'half' }
      return lake.fetch(new Request(address, options))
    },
  })
}
