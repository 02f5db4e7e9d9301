import { Hono } from 'hono'
import { z } from 'zod'
import { invalidRequest, notFound, unauthorized } from '../errors.ts'
import type { Authenticated } from './authenticate.ts'
import { ROLE_TITLES, type Identity } from './identity.ts'
import type { Person } from './people.ts'
import type { AccountRoutesDeps } from './sign-in-routes.ts'

const MAX_IDS = 400

const preferenceList = z.array(z.object({ key: z.string().min(1), value: z.unknown() })).max(50)

/** Who one is, who others are, and what the Studio remembers for a user; below `/v…`. All need a signed-in caller. */
export function userRoutes({ access }: Pick<AccountRoutesDeps, 'access'>): Hono {
  const routes = new Hono()

  const requireSignedIn = (request: Request): Authenticated => {
    const authenticated = access.authenticate(request)
    if (authenticated.identity.kind === 'anonymous') throw unauthorized()
    return authenticated
  }

  routes.use('/users/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  routes.get('/users/me', (c) => c.json(describeCurrentUser(requireSignedIn(c.req.raw).identity)))

  routes.get('/users/me/scopes', (c) => {
    const { scopes = [] } = requireSignedIn(c.req.raw).identity
    return c.json(scopes.map(({ title, about = null }) => ({ title, about })))
  })

  routes.get('/auth/id', (c) => {
    const { identity, session } = requireSignedIn(c.req.raw)
    return c.json({ id: identity.id, expiry: session?.expiresAt ?? null }, 200, {
      'cache-control': 'no-store',
    })
  })

  routes.get('/users/me/keyvalue/:keys', (c) => {
    const { identity } = requireSignedIn(c.req.raw)
    return c.json(access.preferences.read(identity, c.req.param('keys').split(',')))
  })

  routes.put('/users/me/keyvalue', async (c) => {
    const { identity } = requireSignedIn(c.req.raw)
    const body = preferenceList.safeParse(await c.req.json().catch(() => null))
    if (!body.success) throw invalidRequest('The body must be a list of {key, value}')
    return c.json(access.preferences.write(identity, body.data))
  })

  routes.get('/users/:ids', (c) => {
    const { identity } = requireSignedIn(c.req.raw)
    const ids = c.req.param('ids').split(',', MAX_IDS)
    const found = ids
      .map((id) => access.people.find(id === 'me' ? identity.id : id))
      .filter((person) => person !== null)
    const [only] = found
    if (ids.length > 1) return c.json(found.map(describePerson))
    if (!only) throw notFound(`User "${ids[0]}"`)
    return c.json(describePerson(only))
  })

  return routes
}

function describeCurrentUser({ id, name, email, role }: Identity) {
  const roles = role === 'anonymous' ? [] : [{ name: role, title: ROLE_TITLES[role], description: '' }]
  return { id, name, email, role, roles, provider: 'local' }
}

function describePerson({ id, displayName }: Person) {
  return { id, displayName, sanityUserId: id, imageUrl: null }
}
