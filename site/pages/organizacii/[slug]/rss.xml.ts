import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondXml } from '../../../server/responses.ts'
import { writeOwnerFeed } from '../../../views/downloads/feeds.ts'

export const getStaticPaths = () => listStaticPaths('organizacii/[slug]/rss.xml')

export const GET: APIRoute = async ({ locals, params: { slug = '' } }) =>
  respondXml(await writeOwnerFeed(locals.content, 'organization', slug))
