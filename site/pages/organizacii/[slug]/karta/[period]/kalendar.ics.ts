import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondCalendar } from '../../../../../server/responses.ts'
import { writeRoadmapCalendar } from '../../../../../views/downloads/calendar-file.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/karta/[period]/kalendar.ics')

export const GET: APIRoute = ({ locals, params: { slug = '', period = '' } }) =>
  respondCalendar(writeRoadmapCalendar(locals.content, 'organization', slug, period))
