import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondCsv } from '../../../../../server/responses.ts'
import { viewRoadmapData } from '../../../../../views/downloads/roadmap-data.ts'
import { writeRoadmapCsv } from '../../../../../views/downloads/roadmap-table.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/karta/[period]/karta.csv')

export const GET: APIRoute = ({ locals, params: { region = '', period = '' } }) => {
  const data = viewRoadmapData(locals.content, 'region', region, period)
  return respondCsv(data === null ? null : writeRoadmapCsv(data))
}
