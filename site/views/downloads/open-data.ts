import { CHANNELS } from '#content/vocabulary/channels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type CsvCell, writeCsv } from './csv.ts'

/** A table of the whole site: names of columns for people, keys for machines, one row for each document. */
export interface OpenTable {
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** Names of the tables, as they stand in the addresses of the files. */
export const OPEN_TABLES = ['organizacii', 'praktiki', 'publikacii'] as const

export type OpenTableName = (typeof OPEN_TABLES)[number]

/** The files of each table, for a page that offers them. */
export const openTableLinks: readonly { title: string; csv: string; json: string }[] = [
  { title: 'Организации', name: 'organizacii' },
  { title: 'Практики', name: 'praktiki' },
  { title: 'Публикации', name: 'publikacii' },
].map(({ title, name }) => ({ title, csv: `/dannye/${name}.csv`, json: `/dannye/${name}.json` }))

/** Tells the name of a table from any other text. */
export function isOpenTableName(name: string | undefined): name is OpenTableName {
  return OPEN_TABLES.some((table) => table === name)
}

/** One table of the open data. No table holds personal data. */
export function viewOpenTable(name: OpenTableName, content: ContentReader): OpenTable {
  return tables[name](content)
}

/** A table as Excel with Russian settings opens it. */
export function writeOpenCsv({ columns, rows }: OpenTable): string {
  return writeCsv(
    columns.map(({ title }) => title),
    rows,
  )
}

/** A table as records with keys for machines. */
export function listOpenRecords({ columns, rows }: OpenTable): Record<string, CsvCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))
}

const tables: Record<OpenTableName, (content: ContentReader) => OpenTable> = {
  organizacii: (content) => ({
    columns: nameColumns({
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
    columns: nameColumns({
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
    columns: nameColumns({
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

function nameColumns(titles: Readonly<Record<string, string>>): OpenTable['columns'] {
  return Object.entries(titles).map(([key, title]) => ({ key, title }))
}

function nameOf(id: string | null, content: ContentReader): string {
  return content.link(id)?.name ?? ''
}
