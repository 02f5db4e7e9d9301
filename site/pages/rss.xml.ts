import type { APIRoute } from 'astro'
import { respondXml } from '../server/responses.ts'
import { writeSiteFeed } from '../views/downloads/feeds.ts'

export const GET: APIRoute = async ({ locals }) => respondXml(await writeSiteFeed(locals.content))
