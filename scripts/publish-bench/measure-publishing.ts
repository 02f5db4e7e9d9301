import type { SanityClient } from '@sanity/client'
import { z } from 'zod'

const LONGEST_WAIT_MS = 60_000

/** Milliseconds from the acknowledged transaction to what a reader over HTTP gets. */
export interface PublishingMeasure {
  /** Addresses in the sitemap. */
  pages: number
  events: number
  toLiveP50Ms: number
  toLiveP95Ms: number
  /** To a list of search indexes that no longer is the one before. */
  toFoundP50Ms: number
  toFoundP95Ms: number
  toGoneP50Ms: number
  toGoneP95Ms: number
}

const practiceSchema = z.looseObject({ _id: z.string(), _type: z.string(), title: z.string() })

/** Publishes copies of a practice one after the other, and withdraws each, as an editor would. */
export async function measurePublishing(
  client: SanityClient,
  url: string,
  events: number,
  { whenIdle, say }: { whenIdle: () => Promise<void>; say: (line: string) => void },
): Promise<PublishingMeasure> {
  const original = practiceSchema.parse(await client.fetch('*[_type == "practice"] | order(_id)[0]'))
  const live: number[] = []
  const found: number[] = []
  const gone: number[] = []
  for (let event = 0; event < events; event++) {
    const slug = `izmerenie-${event}`
    const page = `${url}/praktiki/${slug}/`
    // Else the search that the last withdrawal changed would be taken for news.
    await whenIdle()
    const search = await read(`${url}/search/index.json`)
    await client.createOrReplace({
      ...original,
      _id: slug,
      title: `Измерение ${event}`,
      slug: { _type: 'slug', current: slug },
    })
    const published = performance.now()
    const toLive = until(async () => (await fetch(page)).status === 200, published)
    const toFound = until(async () => (await read(`${url}/search/index.json`)) !== search, published)
    live.push(await toLive)
    found.push(await toFound)
    await client.delete(slug)
    gone.push(await until(async () => (await fetch(page)).status === 404, performance.now()))
    say(`Публикация ${event + 1} из ${events}`)
  }
  const sitemap = await read(`${url}/sitemap.xml`)
  return {
    pages: sitemap.split('<loc>').length - 1,
    events,
    toLiveP50Ms: percentile(live, 0.5),
    toLiveP95Ms: percentile(live, 0.95),
    toFoundP50Ms: percentile(found, 0.5),
    toFoundP95Ms: percentile(found, 0.95),
    toGoneP50Ms: percentile(gone, 0.5),
    toGoneP95Ms: percentile(gone, 0.95),
  }
}

/** Milliseconds since `begun` when the condition first holds. */
async function until(holds: () => Promise<boolean>, begun: number): Promise<number> {
  while (!(await holds())) {
    if (performance.now() - begun > LONGEST_WAIT_MS)
      throw new Error('Изменение не дошло до читателей за минуту.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - begun
}

async function read(address: string): Promise<string> {
  return (await fetch(address, { cache: 'no-store' })).text()
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
}
