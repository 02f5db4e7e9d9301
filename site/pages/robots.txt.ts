import type { APIRoute } from 'astro'
import { respondText } from '../server/responses.ts'

export const GET: APIRoute = ({ locals }) =>
  respondText(
    `User-agent: *\nDisallow: /studio\nDisallow: /preview\nSitemap: ${locals.content.origin}/sitemap.xml\n`,
  )
