import { CHANNELS } from '#content/vocabulary/channels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import type { CsvCell } from './csv.ts'

/** A table of the whole site: names of columns for people, keys for machines, one row for each document. */
export interface OpenTable {
  readonly title: string
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** Names of the tables, as they stand in the addresses of the files. */
export const OPEN_TABLES = ['organizacii', 'praktiki', 'publikacii'] as const

export type OpenTableName = (typeof OPEN_TABLES)[number]

/** Tells the name of a table from any other text. */
export function isOpenTableName(name: string | undefined): name is OpenTableName {
  return OPEN_TABLES.some((table) => table === name)
}

/** One table of the open data. No table holds personal data. */
export function viewOpenTable(name: OpenTableName, content: ContentReader): OpenTable {
  return tables[name](content)
}

const tables: Record<OpenTableName, (content: ContentReader) => OpenTable> = {
  organizacii: (content) => ({
    title: 'Организации',
    columns: columns({
      name: 'Название',
      kind: 'Вид',
      region: 'Регион',
      municipality: 'Муниципалитет',
      url: 'Адрес',
    }),
    rows: content
      .list('organization', 'all')
      .map(({ name, kind, region, municipality, url }) => [
        name,
        findTitle(ORGANIZATION_KINDS, kind),
        nameOf(region, content),
        nameOf(municipality, content),
        content.origin + url,
      ]),
  }),
  praktiki: (content) => ({
    title: 'Практики',
    columns: columns({
      title: 'Название',
      organization: 'Организация',
      form: 'Форма',
      stages: 'Этапы',
      url: 'Адрес',
    }),
    rows: content
      .list('practice', 'all')
      .map(({ title, organization, form, stages, url }) => [
        title,
        nameOf(organization, content),
        findTitle(FORMS, form),
        stages.map((stage) => findTitle(STAGES, stage)).join(', '),
        content.origin + url,
      ]),
  }),
  publikacii: (content) => ({
    title: 'Публикации',
    columns: columns({
      title: 'Заголовок',
      date: 'Дата',
      channel: 'Где',
      roadmap: 'Дорожная карта',
      url: 'Адрес',
    }),
    rows: content
      .list('coverage', 'all')
      .map(({ title, date, channel, roadmap, url }) => [
        title,
        date,
        findTitle(CHANNELS, channel),
        `${content.origin}${content.addressOf(roadmap) ?? ''}`,
        content.origin + url,
      ]),
  }),
}

function columns(titles: Readonly<Record<string, string>>): OpenTable['columns'] {
  return Object.entries(titles).map(([key, title]) => ({ key, title }))
}

function nameOf(id: string | null, content: ContentReader): string {
  return content.link(id)?.name ?? ''
}
