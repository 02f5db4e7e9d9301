import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import type { WorkspaceOptions } from 'sanity'
import { createStreamFetch } from '../streams/stream-fetch.ts'
import { EMBEDDED_PROJECT } from './embedded-project.ts'

type LakeAccess = Pick<WorkspaceOptions, 'apiHost' | 'auth' | 'unstable_clientFactory'>

/**
 * How the Studio reaches the content: the part of its configuration that differs between the embedded lake and
 * Sanity's hosted one. For a hosted project it is empty, so that the Studio's own ways apply.
 */
export function lakeAccess(projectId: string, origin: string): LakeAccess {
  if (projectId !== EMBEDDED_PROJECT) return {}
  return {
    apiHost: origin,
    unstable_clientFactory: embeddedClientFactory(origin),
    auth: {
      loginMethod: 'cookie',
      redirectOnSingle: true,
      providers: [{ name: 'local', title: 'Логин и пароль', url: `${origin}/v1/auth/login/local` }],
    },
  }
}

function embeddedClientFactory(origin: string) {
  const streamFetch = createStreamFetch({
    origin,
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url),
  })
  return (options: ClientConfig): SanityClient =>
    createClient({
      ...options,
      apiHost: origin,
      useProjectHostname: false,
      resolveFetch: () => streamFetch,
    })
}
