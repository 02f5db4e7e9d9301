import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondCalendar } from '../../../server/responses.ts'
import { writeOwnerCalendar } from '../../../views/downloads/calendar-file.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/kalendar.ics')

export const GET: APIRoute = ({ locals, params: { region = '' } }) =>
  respondCalendar(writeOwnerCalendar(locals.content, 'region', region))
