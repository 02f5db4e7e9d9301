import type { APIRoute } from 'astro'
import { listStaticPaths } from '../../../content/static-paths.ts'
import { respondCover } from '../../../server/respond-cover.ts'
import { viewCover } from '../../../views/cover-picture/cover-view.ts'

export const getStaticPaths = () => listStaticPaths('sborniki/[slug]/oblozhka.png')

export const GET: APIRoute = ({ locals, params: { slug = '' } }) =>
  respondCover(viewCover(locals.content, 'collection', slug))
