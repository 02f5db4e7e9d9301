import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { httpError } from '../errors.ts'
import { addressOf, noteAddress } from '../http/client-address.ts'
import { accountPageRoutes } from './account-page-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { signInRoutes, type AccountRoutesDeps } from './sign-in-routes.ts'
import { userRoutes } from './user-routes.ts'

const MAX_BODY_BYTES = 256 * 1024

export type { AccountRoutesDeps } from './sign-in-routes.ts'

/** Everything below `/v…/auth` and `/v…/users`. Mount it under the version prefix. */
export function accountRoutes(deps: AccountRoutesDeps): Hono {
  const limitBody = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw httpError(413, `The body may have ${MAX_BODY_BYTES} bytes, no more`)
    },
  })
  // The limit puts another request in place of the one whose address is known.
  const limit: MiddlewareHandler = (c, next) => {
    const address = addressOf(c.req.raw)
    return limitBody(c, async () => {
      if (address !== '') noteAddress(c.req.raw, address)
      await next()
    })
  }
  const routes = new Hono()
  routes.use('/auth/*', limit)
  routes.use('/users/*', limit)
  routes.route('/', signInRoutes(deps))
  routes.route('/', passwordRoutes(deps))
  routes.route('/', accountPageRoutes(deps))
  routes.route('/', userRoutes(deps))
  return routes
}
