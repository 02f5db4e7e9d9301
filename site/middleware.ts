import { defineMiddleware } from 'astro/middleware'
import { openSnapshot } from './content/snapshot.ts'

/** Gives a page its content when nobody did: in a plain static build and while developing. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.content ??= (await openSnapshot()).reader(() => {})
  return next()
})
