import type { APIRoute } from 'astro'
import { respondCover } from '../server/respond-cover.ts'
import { viewSiteCover } from '../views/cover-picture/cover-view.ts'

export const GET: APIRoute = ({ locals }) => respondCover(viewSiteCover(locals.content))
