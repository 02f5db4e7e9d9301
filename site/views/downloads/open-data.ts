import { CHANNELS } from '#content/vocabulary/channels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import {
  isOpenTableName,
  listTableParts,
  OPEN_TABLES,
  type OpenTableName,
} from '../../content/open-tables.ts'
import { type CsvCell, writeCsv } from './csv.ts'

/** A table of the whole site: names of columns for people, keys for machines, one row for each document. */
export interface OpenTable {
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly rows: readonly (readonly CsvCell[])[]
}

const tableTitles: Record<OpenTableName, string> = {
  organizacii: 'Организации',
  praktiki: 'Практики',
  publikacii: 'Публикации',
}

/** A table for a page that offers it: as one file of each kind, or by region where it is too long for that. */
export interface OpenTableLinks {
  readonly title: string
  readonly files: readonly { readonly title: string; readonly csv: string; readonly json: string }[]
}

/** The files of each table. */
export function listOpenTables(content: ContentReader): OpenTableLinks[] {
  return OPEN_TABLES.map((table) => {
    const title = tableTitles[table]
    const parts = listTableParts(content, table)
    const files =
      parts === null
        ? [{ title, path: table }]
        : parts.map((part) => ({ title: part.title, path: `${table}/${part.slug}` }))
    return {
      title,
      files: files.map(({ title: name, path }) => ({
        title: name,
        csv: `/dannye/${path}.csv`,
        json: `/dannye/${path}.json`,
      })),
    }
  })
}

/**
 * A table of the open data, or its part with this slug; null when it is not offered so. No table holds personal data.
 */
export function findOpenTable(
  name: string | undefined,
  part: string | undefined,
  content: ContentReader,
): OpenTable | null {
  if (!isOpenTableName(name)) return null
  const parts = listTableParts(content, name)
  const value = part === undefined ? 'all' : parts?.find(({ slug }) => slug === part)?.value
  if (value === undefined || (part === undefined) !== (parts === null)) return null
  return tables[name](content, value)
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

const tables: Record<OpenTableName, (content: ContentReader, value: string) => OpenTable> = {
  organizacii: (content, value) => ({
    columns: nameColumns({
      name: 'Название',
      kind: 'Вид',
      region: 'Регион',
      municipality: 'Муниципалитет',
      url: 'Адрес',
    }),
    rows: content
      .list('organization', value)
      .map(({ name, kind, region, municipality, url }) => [
        name,
        findTitle(ORGANIZATION_KINDS, kind),
        nameOf(region, content),
        nameOf(municipality, content),
        content.origin + url,
      ]),
  }),
  praktiki: (content, value) => ({
    columns: nameColumns({
      title: 'Название',
      organization: 'Организация',
      form: 'Форма',
      stages: 'Этапы',
      url: 'Адрес',
    }),
    rows: content
      .list('practice', value)
      .map(({ title, organization, form, stages, url }) => [
        title,
        nameOf(organization, content),
        findTitle(FORMS, form),
        stages.map((stage) => findTitle(STAGES, stage)).join(', '),
        content.origin + url,
      ]),
  }),
  publikacii: (content, value) => ({
    columns: nameColumns({
      title: 'Заголовок',
      date: 'Дата',
      channel: 'Где',
      roadmap: 'Дорожная карта',
      url: 'Адрес',
    }),
    rows: content
      .list('coverage', value)
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
