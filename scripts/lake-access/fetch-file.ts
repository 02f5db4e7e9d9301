import type { SanityClient } from '@sanity/client'

/** Where the hosted lake keeps images and files. */
const HOSTED_FILES = 'https://cdn.sanity.io'

/** Gets an image or file of the lake by its path, `/images/local/production/….jpg`; null when there is none. */
export type FetchFile = (path: string) => Promise<Uint8Array | null>

/** Fetches files the way a client fetches documents: through the network or past it. */
export function fileFetcher(client: SanityClient): FetchFile {
  const { token, resolveFetch, useProjectHostname } = client.config()
  const request = resolveFetch?.() ?? fetch
  const base = useProjectHostname ? HOSTED_FILES : client.getUrl('/')
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  return async (path) => {
    const response = await request(new URL(path, base).href, { headers })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  }
}
