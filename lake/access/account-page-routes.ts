import { Hono, type Context } from 'hono'
import { addressOf } from '../http/client-address.ts'
import { GateFullError } from '../limits/gate.ts'
import { readForm } from '../http/read-form.ts'
import { renderAccountPage } from './account-page.ts'
import type { Authenticated } from './authenticate.ts'
import { ROLE_TITLES } from './identity.ts'
import { isForeignOrigin } from './own-origin.ts'
import { findPerson, redirectToSignIn, renderSignedOutPage } from './page-visitor.ts'
import { ACCOUNT_PATH, PAGE_HEADERS, SECOND_FACTOR_PATH, SIGN_IN_PATH } from './pages.ts'
import { renderEnrolPage, renderRecoveryPage, renderSecondFactorPage } from './second-factor-pages.ts'
import { clearSessionCookie, isSecure, writeSessionCookie } from './session-cookie.ts'
import type { AccountRoutesDeps } from './sign-in-routes.ts'
import { readVisitor } from './visitor.ts'

/** The pages of one's own account: where one is signed in, and the second factor. Below `/v…`. */
export function accountPageRoutes({ access, origin }: AccountRoutesDeps): Hono {
  const { accounts, sessions, secondFactor, signIn, audit } = access
  const routes = new Hono()

  routes.get('/auth/account', (c) => {
    const caller = findPerson(c, access)
    return caller ? showAccount(c, caller) : redirectToSignIn(c, ACCOUNT_PATH)
  })

  routes.post('/auth/account', async (c) => {
    const caller = isForeignOrigin(c.req.raw, origin) ? null : findPerson(c, access)
    if (caller === null) return c.html(renderSignedOutPage(), 403, PAGE_HEADERS)
    const { id } = caller.identity
    const form = await readForm(c)
    if (form('action') === 'end') {
      sessions.endOne(id, form('session'))
      record(c, caller, 'sign-out', { other: true })
      return c.redirect(ACCOUNT_PATH, 303)
    }
    if (form('action') !== 'everywhere') return c.redirect(ACCOUNT_PATH, 303)
    sessions.endAllOf(id)
    record(c, caller, 'sign-out-everywhere')
    c.header('set-cookie', clearSessionCookie(isSecure(c.req.raw, origin)))
    return c.redirect(SIGN_IN_PATH, 303)
  })

  routes.get('/auth/second-factor', async (c) => {
    const caller = findPerson(c, access)
    if (caller === null) return redirectToSignIn(c, SECOND_FACTOR_PATH)
    const { id } = caller.identity
    if (secondFactor.isOn(id)) return showSecondFactor(c, caller)
    return c.html(await renderEnrolPage(secondFactor.begin(id)), 200, PAGE_HEADERS)
  })

  routes.post('/auth/second-factor', async (c) => {
    const caller = isForeignOrigin(c.req.raw, origin) ? null : findPerson(c, access)
    if (caller === null) return c.html(renderSignedOutPage(), 403, PAGE_HEADERS)
    const form = await readForm(c)
    const { id } = caller.identity
    if (!secondFactor.isOn(id)) return confirm(c, caller, form('code'))
    const refusal = await refuseRemoval(c, caller, form('password'), form('code'))
    if (refusal !== null) return showSecondFactor(c, caller, refusal)
    secondFactor.remove(id)
    record(c, caller, 'second-factor-off')
    return showAccount(c, caller, 'Второй шаг отключён: для входа достаточно пароля.')
  })

  async function confirm(c: Context, caller: Authenticated, code: string): Promise<Response> {
    const { id } = caller.identity
    const recoveryCodes = secondFactor.confirm(id, code)
    if (recoveryCodes === null) {
      const enrolment = secondFactor.pending(id) ?? secondFactor.begin(id)
      const message = 'Код не подошёл. Проверьте, верно ли идут часы телефона, и введите следующий.'
      return c.html(await renderEnrolPage(enrolment, message), 400, PAGE_HEADERS)
    }
    // Whoever signed in before without a code has to do so again with one.
    sessions.endAllOf(id)
    const session = sessions.start(id, caller.session?.method ?? 'password', readVisitor(c.req.raw))
    record(c, caller, 'second-factor-on')
    c.header('set-cookie', writeSessionCookie(session.secret, isSecure(c.req.raw, origin)))
    return c.html(renderRecoveryPage(recoveryCodes), 200, PAGE_HEADERS)
  }

  /** Why the second factor is not taken away, in Russian; null when it may be. */
  async function refuseRemoval(
    c: Context,
    caller: Authenticated,
    password: string,
    code: string,
  ): Promise<string | null> {
    const visitor = readVisitor(c.req.raw)
    if (hasPassword(caller)) {
      const right = await signIn.checkPassword(caller, password, visitor).catch(busyWhenFull)
      if (right === 'locked') return 'Слишком много попыток. Подождите немного и повторите.'
      if (!right) return 'Пароль указан неверно.'
    }
    return signIn.checkCode(caller, code, visitor) ? null : 'Код не подошёл. Дождитесь следующего.'
  }

  function showAccount(c: Context, { identity, session }: Authenticated, message?: string) {
    const user = accounts.listUsers().find(({ id }) => id === identity.id)
    if (!user) return redirectToSignIn(c, ACCOUNT_PATH)
    const currentHash = session?.hash ?? ''
    const page = {
      name: user.name,
      login: user.login,
      roleTitle: ROLE_TITLES[user.role],
      scopes: user.scopes.map(({ title }) => title),
      hasPassword: user.hasPassword,
      hasSecondFactor: user.hasSecondFactor,
      recoveryCodesLeft: secondFactor.recoveryCodesLeft(user.id),
      sessions: sessions
        .listOf(user.id)
        .map((listed) => ({ ...listed, isCurrent: currentHash.startsWith(listed.id) })),
      message,
    }
    return c.html(renderAccountPage(page), 200, PAGE_HEADERS)
  }

  function showSecondFactor(c: Context, caller: Authenticated, message?: string) {
    const left = secondFactor.recoveryCodesLeft(caller.identity.id)
    const page = renderSecondFactorPage({ needsPassword: hasPassword(caller), left, message })
    return c.html(page, message === undefined ? 200 : 400, PAGE_HEADERS)
  }

  function hasPassword({ identity }: Authenticated): boolean {
    return accounts.listUsers().some(({ id, hasPassword: has }) => id === identity.id && has)
  }

  function record(
    c: Context,
    { identity }: Authenticated,
    kind: 'sign-out' | 'sign-out-everywhere' | 'second-factor-on' | 'second-factor-off',
    details: Record<string, unknown> = {},
  ): void {
    const actor = { id: identity.id, name: identity.name }
    audit.record({ kind, actor, address: addressOf(c.req.raw), details })
  }

  return routes
}

function busyWhenFull(error: unknown): 'locked' {
  if (error instanceof GateFullError) return 'locked'
  throw error
}
