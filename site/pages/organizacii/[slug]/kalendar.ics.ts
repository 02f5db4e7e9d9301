import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondCalendar } from '../../../server/responses.ts'
import { writeOwnerCalendar } from '../../../views/downloads/calendar-file.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/kalendar.ics')

export const GET: APIRoute = ({ locals, params: { slug = '' } }) =>
  respondCalendar(writeOwnerCalendar(locals.content, 'organization', slug))
