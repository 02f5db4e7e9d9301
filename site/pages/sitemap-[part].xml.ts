import type { APIRoute } from 'astro'
import { listStaticPaths } from '../content/static-paths.ts'
import { respondXml } from '../server/responses.ts'
import { writeSitemapPart } from '../views/downloads/sitemap.ts'

export const getStaticPaths = () => listStaticPaths('sitemap-[part].xml')

export const GET: APIRoute = ({ locals, params: { part = '' } }) =>
  respondXml(writeSitemapPart(locals.content, part))
