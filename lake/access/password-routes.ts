import { Hono, type Context } from 'hono'
import { GateFullError } from '../limits/gate.ts'
import { readForm } from '../http/read-form.ts'
import type { Authenticated } from './authenticate.ts'
import { isForeignOrigin } from './own-origin.ts'
import { findPerson, redirectToSignIn, renderSignedOutPage } from './page-visitor.ts'
import { PAGE_HEADERS, PASSWORD_PATH, renderNoticePage, renderPasswordPage, STUDIO_PATH } from './pages.ts'
import { isSecure, writeSessionCookie } from './session-cookie.ts'
import type { PasswordChange } from './sign-in.ts'
import type { AccountRoutesDeps } from './sign-in-routes.ts'
import { readVisitor } from './visitor.ts'

/** The page on which people choose their own password; below `/v…`. Who is not signed in is sent to sign in. */
export function passwordRoutes({ access, origin }: AccountRoutesDeps): Hono {
  const routes = new Hono()

  routes.get('/auth/password', (c) => {
    const caller = findPerson(c, access)
    if (caller === null) return redirectToSignIn(c, PASSWORD_PATH)
    return c.html(renderForm(caller), 200, PAGE_HEADERS)
  })

  routes.post('/auth/password', async (c) => {
    const caller = isForeignOrigin(c.req.raw, origin) ? null : findPerson(c, access)
    if (caller === null) return c.html(renderSignedOutPage(), 403, PAGE_HEADERS)
    const passwords = await readPasswords(c)
    const result = await access.signIn
      .changePassword(caller, passwords, readVisitor(c.req.raw))
      .catch(refuseWhenFull)
    if (result.outcome === 'refused') return c.html(renderForm(caller, result.message), 400, PAGE_HEADERS)
    c.header('set-cookie', writeSessionCookie(result.session.secret, isSecure(c.req.raw, origin)))
    return c.html(renderSavedPage(), 200, PAGE_HEADERS)
  })

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
  const read = await readForm(c)
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
