import type { APIRoute } from 'astro'
import { respondXml } from '../server/responses.ts'
import { writeSitemap } from '../views/downloads/sitemap.ts'

export const GET: APIRoute = ({ locals }) => respondXml(writeSitemap(locals.content))
