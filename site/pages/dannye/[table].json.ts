import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../content/static-paths.ts'
import { respondJson } from '../../server/responses.ts'
import { isOpenTableName, listOpenRecords, viewOpenTable } from '../../views/downloads/open-data.ts'

export const getStaticPaths = () => listStaticPaths('dannye/[table].json')

export const GET: APIRoute = ({ locals, params: { table } }) =>
  respondJson(isOpenTableName(table) ? listOpenRecords(viewOpenTable(table, locals.content)) : null)
