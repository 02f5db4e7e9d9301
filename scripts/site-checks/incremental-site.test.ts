import { beforeAll, test } from 'vitest'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { listCountry } from '../scale/make-country.ts'
import { buildProjectBundle, openExampleLake, readPublished } from './example-lake.ts'
import { expectEditsToBeExact } from './exact-edits.ts'

// Here every page's reads are put to the test: over the examples, and over lists so long that they are cut.

let bundle: SiteBundle

beforeAll(async () => {
  bundle = await loadBundle(await buildProjectBundle())
}, 120_000)

test('law: the examples after any edits are the site built anew, byte for byte, and find the same', async () => {
  const lake = await openExampleLake()
  const examples = await readPublished(lake.client)
  await lake.close()
  await expectEditsToBeExact(bundle, examples, { runs: 3, edits: 16 })
}, 240_000)

test('law: so is a site with lists that are read by year and month', async () => {
  const documents = listCountry({ schools: 8, practices: 230, seed: 1 })
  await expectEditsToBeExact(bundle, documents, { runs: 1, edits: 16 })
}, 240_000)
