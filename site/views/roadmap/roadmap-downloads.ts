import type { Link } from '../page-meta.ts'

/** A file to take along. */
export interface DownloadLink extends Link {
  /** Name under which it is saved: «Дорожная карта, МБОУ лицей № 3, 2026-2027.docx»; null for what programs subscribe to. */
  readonly file: string | null
  /** What the file is good for. */
  readonly use: string
}

/** The files beside the page of a roadmap. */
export function listDownloads(path: string, owner: string, slug: string): DownloadLink[] {
  const name = fileName(`Дорожная карта, ${owner}, ${slug}`)
  return [
    {
      title: 'Документ Word',
      url: `${path}karta.docx`,
      file: `${name}.docx`,
      use: 'распечатать и подписать',
    },
    {
      title: 'Таблица для Excel',
      url: `${path}karta.csv`,
      file: `${name}.csv`,
      use: 'считать и сортировать',
    },
    {
      title: 'Календарь сроков',
      url: `${path}kalendar.ics`,
      file: null,
      use: 'скопируйте адрес в свой календарь',
    },
    { title: 'Данные JSON', url: `${path}karta.json`, file: `${name}.json`, use: 'для программ' },
  ]
}

/** Words as a name of a file: without signs that Windows forbids. */
function fileName(words: string): string {
  return words
    .replaceAll(/[«»"„“]/g, '')
    .replaceAll(/[\\/:*?<>|]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
