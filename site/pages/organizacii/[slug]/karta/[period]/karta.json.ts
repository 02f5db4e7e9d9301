import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondJson } from '../../../../../server/responses.ts'
import { viewRoadmapData } from '../../../../../views/downloads/roadmap-data.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/karta/[period]/karta.json')

export const GET: APIRoute = ({ locals, params: { slug = '', period = '' } }) =>
  respondJson(viewRoadmapData(locals.content, 'organization', slug, period))
