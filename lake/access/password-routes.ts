import { Hono, type Context } from 'hono'
import { LakeError } from '../errors.ts'
import { GateFullError } from '../limits/gate.ts'
import type { Authenticated } from './authenticate.ts'
import { isForeignOrigin } from './own-origin.ts'
import {
  PAGE_HEADERS,
  PASSWORD_PATH,
  renderNoticePage,
  renderPasswordPage,
  SIGN_IN_PATH,
  STUDIO_PATH,
} from './pages.ts'
import { isSecure, writeSessionCookie } from './session-cookie.ts'
import type { PasswordChange } from './sign-in.ts'
import type { AccountRoutesDeps } from './sign-in-routes.ts'

/** The page on which people choose their own password; below `/v…`. Who is not signed in is sent to sign in. */
export function passwordRoutes({ access, origin }: AccountRoutesDeps): Hono {
  const routes = new Hono()

  routes.get('/auth/password', (c) => {
    const caller = findPerson(c)
    if (caller === null) return c.redirect(`${SIGN_IN_PATH}?origin=${encodeURIComponent(PASSWORD_PATH)}`, 303)
    return c.html(renderForm(caller), 200, PAGE_HEADERS)
  })

  routes.post('/auth/password', async (c) => {
    const caller = isForeignOrigin(c.req.raw, origin) ? null : findPerson(c)
    if (caller === null) return c.html(renderSignedOutPage(), 403, PAGE_HEADERS)
    const passwords = await readPasswords(c)
    const result = await access.signIn.changePassword(caller, passwords).catch(refuseWhenFull)
    if (result.outcome === 'refused') return c.html(renderForm(caller, result.message), 400, PAGE_HEADERS)
    c.header('set-cookie', writeSessionCookie(result.session.secret, isSecure(c.req.raw, origin)))
    return c.html(renderSavedPage(), 200, PAGE_HEADERS)
  })

  const findPerson = (c: Context): Authenticated | null => {
    // The pages are for browsers: a session that has ended is no error here but a reason to sign in.
    try {
      const authenticated = access.authenticate(c.req.raw)
      return authenticated.identity.kind === 'user' ? authenticated : null
    } catch (error) {
      if (error instanceof LakeError) return null
      throw error
    }
  }

  const renderForm = (caller: Authenticated, message?: string) =>
    renderPasswordPage({
      name: caller.identity.name,
      login: access.accounts.listUsers().find(({ id }) => id === caller.identity.id)?.login ?? '',
      needsCurrent: access.signIn.needsCurrentPassword(caller),
      message,
    })

  return routes
}

async function readPasswords(c: Context) {
  const form = await c.req.parseBody()
  const read = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  return { current: read('current'), next: read('next'), repeated: read('repeated') }
}

function refuseWhenFull(error: unknown): PasswordChange {
  if (error instanceof GateFullError) {
    return { outcome: 'refused', message: 'Сервер занят. Повторите через минуту.' }
  }
  throw error
}

function renderSavedPage() {
  return renderNoticePage({
    title: 'Пароль сохранён',
    text: 'Теперь входить можно по логину и этому паролю. На других устройствах нужно войти заново.',
    link: { href: STUDIO_PATH, text: 'Открыть Студию' },
  })
}

function renderSignedOutPage() {
  return renderNoticePage({
    title: 'Нужно войти',
    text: 'Сеанс закончился. Войдите и повторите.',
    link: { href: SIGN_IN_PATH, text: 'Войти' },
  })
}
