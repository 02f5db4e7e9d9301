import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { MeasuredSite } from './measure-publishing.ts'

/** How soon a change that many pages show is live. */
export interface WideChange {
  name: string
  /** On the page of the document itself. */
  toLiveMs: number
  /** On another page that shows it, for a reader who goes there; null where there is none. */
  toVisitedMs: number | null
  /** On every page that shows it. */
  toAllMs: number
}

interface Subject {
  name: string
  /** Gives its id, its slug, and the address of another page that shows it. */
  query: string
  field: string
  pathOf: (slug: string) => string
}

const subjects: readonly Subject[] = [
  {
    name: 'название школы',
    query:
      '*[_type == "organization" && kind == "school"] | order(_id)[0]{_id, "slug": slug.current, "visited": "/praktiki/" + *[_type == "practice" && organization._ref == ^._id] | order(_id) [0].slug.current + "/"}',
    field: 'name',
    pathOf: (slug) => `/organizacii/${slug}/`,
  },
  {
    name: 'название региона',
    query:
      '*[_type == "region"] | order(_id)[0]{_id, "slug": slug.current, "visited": "/organizacii/" + *[_type == "organization" && region._ref == ^._id] | order(_id) [0].slug.current + "/"}',
    field: 'name',
    pathOf: (slug) => `/regiony/${slug}/`,
  },
  {
    name: 'сборник',
    query: '*[_type == "collection"] | order(_id)[0]{_id, "slug": slug.current, "visited": null}',
    field: 'title',
    pathOf: (slug) => `/sborniki/${slug}/`,
  },
  {
    name: 'настройка сайта',
    query:
      '*[_type == "organization"] | order(_id) [0]{"_id": "siteSettings", "slug": "", "visited": "/organizacii/" + slug.current + "/"}',
    field: 'title',
    pathOf: () => '/',
  },
]

const foundSchema = z.object({ _id: z.string(), slug: z.string(), visited: z.string().nullable() }).nullable()

/** Changes a school's name, a region's, a collection's title and the site's, and waits until every page shows it. */
export async function measureWideChanges(
  client: SanityClient,
  { site, whenIdle, say }: MeasuredSite,
): Promise<WideChange[]> {
  const measured: WideChange[] = []
  for (const { name, query, field, pathOf } of subjects) {
    const found = foundSchema.parse(await client.fetch(query))
    if (found === null) continue
    const words = `Изменено: ${name}`
    await client
      .transaction()
      .createIfNotExists({
        _id: found._id,
        _type: 'siteSettings',
        title: 'Копилка',
        tagline: 'Наставничество',
      })
      .patch(found._id, { set: { [field]: words } })
      .commit()
    const begun = performance.now()
    const isShown = (status: number, html: string) => status === 200 && html.includes(words)
    const toLiveMs = await site.untilPage(pathOf(found.slug), begun, isShown)
    const toVisitedMs = found.visited === null ? null : await site.untilPage(found.visited, begun, isShown)
    await whenIdle()
    const change = {
      name,
      toLiveMs: Math.round(toLiveMs),
      toVisitedMs: toVisitedMs === null ? null : Math.round(toVisitedMs),
      toAllMs: Math.round(performance.now() - begun),
    }
    say(
      `${name}: на своей странице через ${change.toLiveMs} мс, на другой через ${change.toVisitedMs ?? '—'} мс, всюду через ${change.toAllMs} мс`,
    )
    measured.push(change)
  }
  return measured
}
