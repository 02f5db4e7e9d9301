import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondDocx } from '../../../../../server/responses.ts'
import { writeRoadmapDocument } from '../../../../../views/downloads/roadmap-document.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/karta/[period]/karta.docx')

export const GET: APIRoute = async ({ locals, params: { region = '', period = '' } }) =>
  respondDocx(await writeRoadmapDocument(locals.content, 'region', region, period))
