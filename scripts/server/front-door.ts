import { Hono } from 'hono'
import type { Handler } from 'hono'
import { clientAddress } from './client-address.ts'
import { answerTrouble } from './trouble-page.ts'
import { PREVIEW_SCRIPT } from '#studio/build/preview-script-plugin.ts'

/** What stands behind the front door; null while it is being prepared. */
export interface Rooms {
  /** The API, images and files; null when content lies at Sanity. */
  lake: { fetch(request: Request, from: { address?: string | undefined }): Promise<Response> } | null
  studio: Handler | null
  preview: Handler | null
  /** What the Studio and the commands ask of the publisher, and messages of a hosted lake. */
  publisher: Handler | null
  site: Handler | null
}

/** For what no room has answered; the rooms say more. */
const HEADERS = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
] as const

/** Versions of the API: `v1`, `vX`, `v2025-02-19`. */
const API = String.raw`/:version{v(?:1|X|\d{4}-\d{2}-\d{2})}/*`

/**
 * One origin for everything: `/v…` and files go to the lake, `/studio` to the Studio, `/preview` to drafts, the rest
 * to the site. Rooms may be put in place while requests come.
 */
export function createFrontDoor(rooms: Rooms, reportError: (error: Error) => void): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of HEADERS) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  for (const path of [API, '/images/*', '/files/*', '/socket/*']) {
    app.all(path, (c) =>
      rooms.lake === null ? c.notFound() : rooms.lake.fetch(c.req.raw, { address: clientAddress(c) }),
    )
  }
  app.all(
    '/studio',
    passTo(() => rooms.studio),
  )
  app.all(
    '/studio/*',
    passTo(() => rooms.studio),
  )
  // The script is built with the Studio and shares its chunks, which it names relative to itself.
  app.get('/preview/visual-editing.js', (c) => c.redirect(`/studio/${PREVIEW_SCRIPT}`))
  app.all(
    '/preview',
    passTo(() => rooms.preview),
  )
  app.all(
    '/preview/*',
    passTo(() => rooms.preview),
  )
  app.all(
    '/publisher/*',
    passTo(() => rooms.publisher),
  )
  app.all(
    '*',
    passTo(() => rooms.site),
  )
  app.onError((error, c) => {
    reportError(error)
    return answerTrouble(c, 500, ['На сервере произошла ошибка', 'Попробуйте ещё раз через минуту'])
  })
  return app
}

function passTo(room: () => Handler | null): Handler {
  return (c, next) => {
    const handler = room()
    if (handler !== null) return handler(c, next)
    c.header('Retry-After', '10')
    return answerTrouble(c, 503, ['Копилка запускается', 'Обновите страницу через минуту'])
  }
}
