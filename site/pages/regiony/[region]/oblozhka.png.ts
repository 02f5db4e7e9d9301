import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondCover } from '../../../server/respond-cover.ts'
import { viewCover } from '../../../views/cover-picture/cover-view.ts'

export const getStaticPaths = () => listStaticPaths('regiony/[region]/oblozhka.png')

export const GET: APIRoute = ({ locals, params: { region = '' } }) =>
  respondCover(viewCover(locals.content, 'region', region))
