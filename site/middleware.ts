import { defineMiddleware } from 'astro/middleware'
import { openSnapshot } from './content/snapshot.ts'

/** Gives a page its content when nobody did, in a plain static build and while developing, and notes what it throws. */
export const onRequest = defineMiddleware(async ({ locals }, next) => {
  locals.content ??= (await openSnapshot()).reader(() => {})
  try {
    return await next()
  } catch (error) {
    locals.failure = { error }
    throw error
  }
})
