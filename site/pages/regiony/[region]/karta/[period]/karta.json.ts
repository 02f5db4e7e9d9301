import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondJson } from '../../../../../server/responses.ts'
import { viewRoadmapData } from '../../../../../views/downloads/roadmap-data.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/karta/[period]/karta.json')

export const GET: APIRoute = ({ locals, params: { region = '', period = '' } }) =>
  respondJson(viewRoadmapData(locals.content, 'region', region, period))
