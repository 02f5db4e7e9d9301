import { createClient } from '@sanity/client'
import type { SanityClient } from '@sanity/client'
import type { Environment } from '../environment.ts'
import { CommandError } from '../command-line.ts'
import { API_VERSION } from './api-version.ts'

/** A client of a server of ours that runs at an address. */
export function clientOfServer(
  server: { url: string; token: string },
  environment: Environment,
): SanityClient {
  return createClient({
    projectId: environment.projectId,
    dataset: environment.dataset,
    apiVersion: API_VERSION,
    apiHost: server.url,
    useProjectHostname: false,
    useCdn: false,
    token: server.token,
  })
}

/**
 * A client of Sanity's hosted lake.
 * @throws {CommandError} without a token: what the publisher and the commands do needs one
 */
export function clientOfHostedLake(environment: Environment): SanityClient {
  const { projectId, dataset, hostedToken } = environment
  if (hostedToken === undefined) {
    throw new CommandError(
      `Проект ${projectId} лежит у Sanity: чтобы читать и писать в нём, задайте токен в SANITY_AUTH_TOKEN.`,
    )
  }
  return createClient({ projectId, dataset, apiVersion: API_VERSION, useCdn: false, token: hostedToken })
}
