import type { APIRoute } from 'astro'
import { respondJson } from '../../../server/responses.ts'
import { describeRoadmapFormat } from '../../../views/downloads/roadmap-data-format.ts'

export const GET: APIRoute = () => respondJson(describeRoadmapFormat())
