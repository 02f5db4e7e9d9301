import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondDocx } from '../../../../../server/responses.ts'
import { writeRoadmapDocument } from '../../../../../views/downloads/roadmap-document.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/karta/[period]/karta.docx')

export const GET: APIRoute = async ({ locals, params: { slug = '', period = '' } }) =>
  respondDocx(await writeRoadmapDocument(locals.content, 'organization', slug, period))
