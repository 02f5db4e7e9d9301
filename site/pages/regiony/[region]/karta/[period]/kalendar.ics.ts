import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../../../content/static-paths.ts'
import { respondCalendar } from '../../../../../server/responses.ts'
import { writeRoadmapCalendar } from '../../../../../views/downloads/calendar-file.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/karta/[period]/kalendar.ics')

export const GET: APIRoute = ({ locals, params: { region = '', period = '' } }) =>
  respondCalendar(writeRoadmapCalendar(locals.content, 'region', region, period))
