import { FORMS } from '#content/vocabulary/forms.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type Facet, viewFacet } from '../facets.ts'
import { type PageMeta, searchKinds } from '../page-meta.ts'
import { listRegions } from '../places/region-list-view.ts'
import { describeSimplePage } from '../simple-pages.ts'

/** The search page: what can be chosen, and lists for readers without scripts. */
export interface SearchPageView {
  readonly page: PageMeta
  readonly filters: readonly SearchFilter[]
  readonly lists: readonly Facet[]
}

export interface SearchFilter {
  /** Name in the address of the page and in the index. */
  readonly name: string
  readonly title: string
  readonly options: readonly { readonly value: string; readonly title: string }[]
}

/** The search page. */
export function viewSearchPage(content: ContentReader): SearchPageView {
  const regions = content.list('region', 'all').map(({ name, slug }) => ({ value: slug, title: name }))
  return {
    page: describeSimplePage('search'),
    filters: [
      {
        name: 'kind',
        title: 'Что искать',
        options: searchKinds.map(({ key, plural }) => ({ value: key, title: plural })),
      },
      { name: 'form', title: 'Форма наставничества', options: FORMS.map(toOption) },
      { name: 'stage', title: 'Этап', options: STAGES.map(toOption) },
      {
        name: 'level',
        title: 'Уровень',
        options: ORGANIZATION_KINDS.filter(isLevelOfEducation).map(toOption),
      },
      ...(regions.length > 1 ? [{ name: 'region', title: 'Регион', options: regions }] : []),
    ],
    lists: [
      viewFacet(
        content,
        'practice',
        { name: 'Практики по форме', value: 'form', base: '/praktiki/forma/', table: FORMS },
        '',
        false,
      ),
      viewFacet(
        content,
        'practice',
        { name: 'Практики по этапу', value: 'stage', base: '/praktiki/etap/', table: STAGES },
        '',
        false,
      ),
      {
        name: 'Регионы',
        choices: listRegions(content).map(({ title, url }) => ({ title, url, count: null, current: false })),
      },
    ].filter(({ choices }) => choices.length > 0),
  }
}

function toOption({ key, title }: { readonly key: string; readonly title: string }) {
  return { value: key, title }
}

function isLevelOfEducation({ key }: { readonly key: string }): boolean {
  return key !== 'institute' && key !== 'authority'
}
