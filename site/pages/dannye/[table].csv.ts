import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../content/static-paths.ts'
import { respondCsv } from '../../server/responses.ts'
import { findOpenTable, writeOpenCsv } from '../../views/downloads/open-data.ts'

export const getStaticPaths = () => listStaticPaths('dannye/[table].csv')

export const GET: APIRoute = ({ locals, params: { table } }) => {
  const found = findOpenTable(table, undefined, locals.content)
  return respondCsv(found === null ? null : writeOpenCsv(found))
}
