import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../content/static-paths.ts'
import { respondJson } from '../../server/responses.ts'
import { findOpenTable, listOpenRecords } from '../../views/downloads/open-data.ts'

export const getStaticPaths = () => listStaticPaths('dannye/[table].json')

export const GET: APIRoute = ({ locals, params: { table } }) => {
  const found = findOpenTable(table, undefined, locals.content)
  return respondJson(found === null ? null : listOpenRecords(found))
}
