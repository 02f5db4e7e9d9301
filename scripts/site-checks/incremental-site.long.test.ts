import { beforeAll, test } from 'vitest'
import type { SiteBundle } from '#publisher/site-bundle/built-site.ts'
import { loadBundle } from '#publisher/site-bundle/load-bundle.ts'
import { listCountry } from '../scale/make-country.ts'
import { buildProjectBundle, openExampleLake, readPublished } from './example-lake.ts'
import { expectEditsToBeExact } from './exact-edits.ts'

// The law of incremental-site.test.ts at full size: many sequences, and a country whose sitemap is cut too.

let bundle: SiteBundle

beforeAll(async () => {
  bundle = await loadBundle(await buildProjectBundle())
})

test('law: the examples after any edits are the site built anew', async () => {
  const lake = await openExampleLake()
  const examples = await readPublished(lake.client)
  await lake.close()
  await expectEditsToBeExact(bundle, examples, { runs: 60, edits: 40 })
})

test('law: so is a country', async () => {
  const documents = listCountry({ schools: 250, practices: 1200, seed: 2 })
  await expectEditsToBeExact(bundle, documents, { runs: 8, edits: 60 })
})
