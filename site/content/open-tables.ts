import type { ContentReader } from './content-reader.ts'

/** Names of the tables of open data, as they stand in the addresses of the files. */
export const OPEN_TABLES = ['organizacii', 'praktiki', 'publikacii'] as const

export type OpenTableName = (typeof OPEN_TABLES)[number]

const indexes = { organizacii: 'organization', praktiki: 'practice', publikacii: 'coverage' } as const

/** A table of a region, or of everything that belongs to none. */
export interface OpenTablePart {
  /** Value of the index that its rows are listed under. */
  readonly value: string
  /** What it is called in addresses. */
  readonly slug: string
  readonly title: string
}

/** Tells the name of a table from any other text. */
export function isOpenTableName(name: string | undefined): name is OpenTableName {
  return OPEN_TABLES.some((table) => table === name)
}

/** The parts of a table that is too long to be downloaded, and made anew, as one; null when it is not. */
export function listTableParts(content: ContentReader, table: OpenTableName): OpenTablePart[] | null {
  const index = indexes[table]
  if (!content.isHuge(index, 'all')) return null
  const regions = content
    .list('region', 'all')
    .map(({ id, slug, name }) => ({ value: `region/${id}`, slug, title: name }))
  return [...regions, { value: 'region/none', slug: 'prochie', title: 'Остальные' }].filter(({ value }) =>
    content.hasSome(index, value),
  )
}

/** Paths of all files of the tables. */
export function listTablePaths(content: ContentReader): string[] {
  return OPEN_TABLES.flatMap((table) => {
    const parts = listTableParts(content, table)?.map(({ slug }) => `${table}/${slug}`) ?? [table]
    return parts.flatMap((part) => [`/dannye/${part}.csv`, `/dannye/${part}.json`])
  })
}
