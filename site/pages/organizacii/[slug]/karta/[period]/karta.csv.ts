import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondCsv } from '../../../../../server/responses.ts'
import { viewRoadmapData } from '../../../../../views/downloads/roadmap-data.ts'
import { writeRoadmapCsv } from '../../../../../views/downloads/roadmap-table.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/karta/[period]/karta.csv')

export const GET: APIRoute = ({ locals, params: { slug = '', period = '' } }) => {
  const data = viewRoadmapData(locals.content, 'organization', slug, period)
  return respondCsv(data === null ? null : writeRoadmapCsv(data))
}
