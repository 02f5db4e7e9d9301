import type { Link } from './page-meta.ts'

/** Sections of the site that stand in the head of every page. */
export const siteSections = [
  { title: 'Регионы', url: '/regiony/' },
  { title: 'Практики', url: '/praktiki/' },
  { title: 'Материалы', url: '/materialy/' },
  { title: 'Календарь', url: '/kalendar/' },
  { title: 'Поиск', url: '/poisk/' },
] as const satisfies readonly Link[]

/** Links at the foot of every page, in groups. */
export const footerGroups = [
  {
    title: 'Читать',
    links: [
      { title: 'Публикации', url: '/publikacii/' },
      { title: 'Сборники', url: '/sborniki/' },
      { title: 'Организации', url: '/organizacii/' },
      { title: 'Глоссарий', url: '/glossarij/' },
      { title: 'Документы', url: '/dokumenty/' },
    ],
  },
  {
    title: 'Взять к себе',
    links: [
      { title: 'Открытые данные', url: '/dannye/' },
      { title: 'Лента новостей RSS', url: '/rss.xml' },
    ],
  },
  {
    title: 'О сайте',
    links: [
      { title: 'О проекте', url: '/o-proekte/' },
      { title: 'Доступность', url: '/dostupnost/' },
      { title: 'Персональные данные', url: '/personalnye-dannye/' },
    ],
  },
] as const satisfies readonly { title: string; links: readonly Link[] }[]
