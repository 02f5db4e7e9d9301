import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import { percentile } from './percentile.ts'
import type { WatchedSite } from './watch-site.ts'

/** Milliseconds from the acknowledged transaction to what a reader over HTTP gets. */
export interface PublishingMeasure {
  events: number
  toLiveP50Ms: number | null
  toLiveP95Ms: number | null
  /** To the search finding the page. */
  toFoundP50Ms: number | null
  toFoundP95Ms: number | null
  /** To the page being gone. */
  toGoneP50Ms: number | null
  toGoneP95Ms: number | null
  /** To the search not finding it any more. */
  toLostP95Ms: number | null
}

/** What the measurement needs of the running site. */
export interface MeasuredSite {
  site: WatchedSite
  /** Resolves when nothing is left to be published. */
  whenIdle: () => Promise<void>
  say: (line: string) => void
}

const documentSchema = z.looseObject({ _id: z.string(), _type: z.string() })

/** Publishes copies of practices one after the other, and withdraws each, as an editor would. */
export async function measurePublishing(
  client: SanityClient,
  events: number,
  { site, whenIdle, say }: MeasuredSite,
): Promise<PublishingMeasure> {
  const rows: unknown = await client.fetch(`*[_type == "practice"] | order(_id)[0...${events}]`)
  const originals = z.array(documentSchema).parse(rows)
  const times = { live: [0], found: [0], gone: [0], lost: [0] }
  for (const list of Object.values(times)) list.length = 0
  for (let event = 0; event < events; event++) {
    const slug = `izmerenie-${event}`
    const path = `/praktiki/${slug}/`
    const original = originals[event % originals.length]
    await client.createOrReplace({
      ...original,
      _id: slug,
      _type: 'practice',
      title: `Измерение ${event}`,
      slug: { _type: 'slug', current: slug },
    })
    const published = performance.now()
    const live = site.untilPage(path, published, (status) => status === 200)
    const found = site.untilFound(path, published)
    times.live.push(await live)
    times.found.push(await found)
    await client.delete(slug)
    const withdrawn = performance.now()
    const gone = site.untilPage(path, withdrawn, (status) => status === 404)
    const lost = site.untilLost(path, withdrawn)
    times.gone.push(await gone)
    times.lost.push(await lost)
    if ((event + 1) % 10 === 0) say(`Публикация ${event + 1} из ${events}`)
  }
  await whenIdle()
  return {
    events,
    toLiveP50Ms: percentile(times.live, 0.5),
    toLiveP95Ms: percentile(times.live, 0.95),
    toFoundP50Ms: percentile(times.found, 0.5),
    toFoundP95Ms: percentile(times.found, 0.95),
    toGoneP50Ms: percentile(times.gone, 0.5),
    toGoneP95Ms: percentile(times.gone, 0.95),
    toLostP95Ms: percentile(times.lost, 0.95),
  }
}
