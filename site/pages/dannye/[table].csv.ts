import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../content/static-paths.ts'
import { respondCsv } from '../../server/responses.ts'
import { isOpenTableName, viewOpenTable, writeOpenCsv } from '../../views/downloads/open-data.ts'

export const getStaticPaths = () => listStaticPaths('dannye/[table].csv')

export const GET: APIRoute = ({ locals, params: { table } }) =>
  respondCsv(isOpenTableName(table) ? writeOpenCsv(viewOpenTable(table, locals.content)) : null)
