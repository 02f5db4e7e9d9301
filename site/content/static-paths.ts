import { openSnapshot } from './snapshot.ts'
import { listAddresses } from './site-addresses.ts'

/** Parameters of one page of a route, as `getStaticPaths` returns them. */
export interface StaticPath {
  params: Record<string, string | undefined>
}

/**
 * Every page of a route in a plain static build: the addresses of the site that fit the pattern, which is written
 * as files are named, `praktiki/[slug]` or `publikacii/[...list]`. Addresses that end with a taken name belong to
 * a page of their own.
 */
export async function listStaticPaths(pattern: string, taken: readonly string[] = []): Promise<StaticPath[]> {
  const content = (await openSnapshot()).reader(() => {})
  const matcher = readPattern(pattern)
  return listAddresses(content).flatMap((address) => {
    const match = matcher.exec(address)
    return match === null || taken.some((name) => address.endsWith(`/${name}/`))
      ? []
      : [{ params: { ...match.groups } }]
  })
}

/** An expression that takes the parameters of a route out of an address. */
export function readPattern(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', '\\.')
    .replaceAll(/\/\[\\\.\\\.\\\.(\w+)\]/g, '(?:/(?<$1>[^/]+/.+?))?')
    .replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')
  const file = /\\\.\w+$/.test(source)
  return new RegExp(`^/${source}${file ? '' : '/'}$`)
}
