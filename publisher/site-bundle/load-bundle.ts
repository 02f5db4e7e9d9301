import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CreateSite, SiteBundle } from './built-site.ts'

/** File of a bundle that names the inputs it was built from; written last. */
export const BUNDLE_STAMP = 'inputs.sha256'

/**
 * Loads the server bundle of the site. Code is loaded once per process: a bundle built later needs a new process.
 * @throws when there is no bundle or it is not one of ours
 */
export async function loadBundle(bundleDir: string): Promise<SiteBundle> {
  const entry = join(bundleDir, 'server/entry.mjs')
  const exported: unknown = await import(pathToFileURL(entry).href)
  if (!hasCreateSite(exported))
    throw new Error(`${entry} does not export createSite: build the site bundle again`)
  return {
    createSite: exported.createSite,
    assetsDir: join(bundleDir, 'client'),
    dir: bundleDir,
    id: await readFile(join(bundleDir, BUNDLE_STAMP), 'utf8'),
  }
}

function hasCreateSite(value: unknown): value is { createSite: CreateSite } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'createSite' in value &&
    typeof value.createSite === 'function'
  )
}
