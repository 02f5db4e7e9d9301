import { formatDate } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type CoverageEntry, viewCoverageEntry } from '../coverage-entries.ts'
import { typeset } from '../../typography/typeset.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { listRegions, type RegionEntry } from '../places/region-list-view.ts'
import { type PracticeEntry, viewPracticeEntry } from '../practices/practice-entries.ts'
import { viewFrame } from '../site-frame.ts'
import { type DueItem, listDueNow } from './due-now.ts'

/** Everything the home page shows. */
export interface HomeView {
  readonly page: PageMeta
  readonly heading: string
  readonly about: string
  /** «3 организации», «7 практик»… */
  readonly counts: readonly Link[]
  readonly today: string
  readonly due: readonly DueItem[]
  readonly coverage: readonly CoverageEntry[]
  readonly practices: readonly PracticeEntry[]
  readonly regions: readonly RegionEntry[]
}

const MAX_ENTRIES = 6

const about =
  'Что школы пообещали в дорожных картах, что уже сделали и показали, и какими находками готовы поделиться.'

/** The home page. */
export function viewHome(content: ContentReader): HomeView {
  const { title, tagline } = viewFrame(content)
  return {
    page: {
      title: `${title}. ${tagline}`,
      description: about,
      path: '/',
      crumbs: [],
      updated: null,
      structured: {
        '@type': 'WebSite',
        name: title,
        url: `${content.origin}/`,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${content.origin}/poisk/?q={query}`,
          'query-input': 'required name=query',
        },
      },
    },
    heading: typeset(tagline),
    about: typeset(content.get('siteSettings', 'siteSettings')?.about ?? about),
    counts: [
      {
        title: formatCount(content.count('organization', 'all'), [
          'организация',
          'организации',
          'организаций',
        ]),
        url: '/organizacii/',
      },
      {
        title: formatCount(content.count('roadmap', 'all'), [
          'дорожная карта',
          'дорожные карты',
          'дорожных карт',
        ]),
        url: '/regiony/',
      },
      {
        title: formatCount(content.count('coverage', 'all'), ['публикация', 'публикации', 'публикаций']),
        url: '/publikacii/',
      },
      {
        title: formatCount(content.count('practice', 'all'), ['практика', 'практики', 'практик']),
        url: '/praktiki/',
      },
    ],
    today: formatDate(content.today),
    due: listDueNow(content),
    coverage: content
      .head('coverage', 'all')
      .slice(0, MAX_ENTRIES)
      .map((card) => viewCoverageEntry(card, content)),
    practices: content
      .head('practice', 'all')
      .slice(0, MAX_ENTRIES)
      .map((card) => viewPracticeEntry(card, content)),
    regions: listRegions(content),
  }
}
