import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondXml } from '../../../server/responses.ts'
import { writeOwnerFeed } from '../../../views/downloads/feeds.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/rss.xml')

export const GET: APIRoute = async ({ locals, params: { region = '' } }) =>
  respondXml(await writeOwnerFeed(locals.content, 'region', region))
