import { bindWords } from '#content/text/typography.ts'
import type { PageMeta } from './page-meta.ts'

/** Heads of the pages that stand whatever is published. */
export const simplePages = {
  regions: {
    title: 'Регионы',
    description:
      'Регионы, школы которых рассказывают о наставничестве: дорожные карты, публикации, практики.',
    path: '/regiony/',
  },
  collections: {
    title: 'Сборники',
    description: 'Практики и материалы, собранные редакцией по темам, с объяснением, зачем их читать.',
    path: '/sborniki/',
  },
  search: {
    title: 'Поиск',
    description:
      'Поиск практик, материалов, дорожных карт и организаций по словам, форме, этапу, уровню и региону.',
    path: '/poisk/',
  },
  glossary: {
    title: 'Глоссарий',
    description: 'Слова, которыми говорят о наставничестве, простыми словами.',
    path: '/glossarij/',
  },
  legalActs: {
    title: 'Документы',
    description: 'Законы, приказы и письма, на которых держится наставничество, и что в них изменилось.',
    path: '/dokumenty/',
  },
  calendar: {
    title: 'Календарь',
    description: 'События наставников и сроки дорожных карт. Можно подключить к своему календарю.',
    path: '/kalendar/',
  },
  data: {
    title: 'Открытые данные',
    description: 'Организации, практики, публикации и дорожные карты таблицами и файлами для программ.',
    path: '/dannye/',
  },
  notFound: {
    title: 'Такой страницы нет',
    description: 'Страница переехала или её сняли с публикации.',
    path: '/404.html',
  },
} as const satisfies Record<string, Pick<PageMeta, 'title' | 'description' | 'path'>>

/** The head of a page that stands whatever is published. */
export function describeSimplePage(name: keyof typeof simplePages): PageMeta {
  const searchable = name === 'glossary' || name === 'legalActs' || name === 'calendar'
  return {
    ...simplePages[name],
    description: bindWords(simplePages[name].description),
    crumbs: [],
    updated: null,
    ...(searchable && { search: { kind: 'page' as const } }),
  }
}
