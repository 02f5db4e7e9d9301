import { Hono, type Context } from 'hono'
import { forbidden, httpError } from '../errors.ts'
import { addressOf } from '../http/client-address.ts'
import type { Access } from './open-access.ts'
import { findOwnPath, isForeignOrigin } from './own-origin.ts'
import {
  PAGE_HEADERS,
  renderCodePage,
  renderNoticePage,
  renderSignInPage,
  SIGN_IN_PATH,
  STUDIO_PATH,
} from './pages.ts'
import { GateFullError } from '../limits/gate.ts'
import { readForm } from '../http/read-form.ts'
import { readSessionCookie, clearSessionCookie, isSecure, writeSessionCookie } from './session-cookie.ts'
import type { StartedSession } from './sessions.ts'
import { readVisitor } from './visitor.ts'
import type { CodeSignIn, PasswordSignIn, SignedIn } from './sign-in.ts'

export interface AccountRoutesDeps {
  access: Access
  /** Public origin without a trailing slash; without it the origin of each request counts. */
  origin?: string
}

// Messengers and mail filters open links to draw previews; that must not use a sign-in link up.
const PREVIEWERS =
  /bot\b|crawler|spider|preview|vkshare|whatsapp|facebookexternalhit|viber|skype|slack|curl-preview/i

/** Signing in and out, below `/v…`: form, one-time links, the Studio's token exchange. */
export function signInRoutes(deps: AccountRoutesDeps): Hono {
  const { access, origin } = deps
  const routes = new Hono()

  routes.get('/auth/providers', (c) => {
    const url = `${origin ?? new URL(c.req.url).origin}${SIGN_IN_PATH}`
    const providers = [{ name: 'local', title: 'Логин и пароль', url }]
    return c.json({ providers, thirdPartyLogin: false, sso: { saml: false } })
  })

  routes.get('/auth/login/local', (c) => {
    const target = findOwnPath(c.req.query('origin'), c.req.raw, origin) ?? STUDIO_PATH
    const withSid = c.req.query('withSid') === 'true'
    return c.html(renderSignInPage({ login: '', target, withSid }), 200, PAGE_HEADERS)
  })

  routes.post('/auth/login/local', async (c) => {
    if (isForeignOrigin(c.req.raw, origin)) return c.html(renderForeignPage(), 403, PAGE_HEADERS)
    const form = await readSignInForm(c, origin)
    const visitor = readVisitor(c.req.raw)
    const result = await access.signIn.withPassword(form.login, form.password, visitor).catch(busyWhenFull)
    if (result.outcome === 'code-needed') return askForCode(c, { ...form, ticket: result.ticket })
    if (result.outcome !== 'signed-in') return refuseSignIn(c, form, result)
    return finishSignIn(c, result, form)
  })

  routes.post('/auth/code', async (c) => {
    if (isForeignOrigin(c.req.raw, origin)) return c.html(renderForeignPage(), 403, PAGE_HEADERS)
    const form = await readSignInForm(c, origin)
    const result = access.signIn.withCode(form.ticket, form.code, readVisitor(c.req.raw))
    if (result.outcome === 'signed-in') return finishSignIn(c, result, form)
    if (result.outcome === 'expired') return c.html(renderExpiredPage(), 410, PAGE_HEADERS)
    const status = result.outcome === 'wrong' ? 401 : 429
    return askForCode(c, { ...form, ticket: result.ticket, message: explainRefusal(result) }, status)
  })

  routes.get('/auth/link', (c) => {
    if (isPreview(c.req.raw)) return c.html(renderPreviewPage(), 200, PAGE_HEADERS)
    const result = access.signIn.withLink(c.req.query('token') ?? '', readVisitor(c.req.raw))
    if (result === null) return c.html(renderDeadLinkPage(), 410, PAGE_HEADERS)
    const form = { target: STUDIO_PATH, withSid: false }
    if (result.outcome === 'code-needed') return askForCode(c, { ...form, ticket: result.ticket })
    return finishSignIn(c, result, form)
  })

  routes.get('/auth/fetch', (c) => {
    if (isForeignOrigin(c.req.raw, origin)) throw forbidden('The exchange is for pages of this origin only')
    const session = access.signIn.withExchange(c.req.query('sid') ?? '', readVisitor(c.req.raw))
    if (session === null) throw httpError(404, 'This sid is unknown, used or expired: sign in again')
    endCurrentSession(c, access)
    c.header('set-cookie', writeSessionCookie(session.secret, isSecure(c.req.raw, origin)))
    return c.json({ token: session.secret }, 200, { 'cache-control': 'no-store' })
  })

  routes.post('/auth/logout', (c) => {
    if (isForeignOrigin(c.req.raw, origin)) throw forbidden('Only pages of this origin may sign people out')
    recordSignOut(c, access)
    endCurrentSession(c, access)
    c.header('set-cookie', clearSessionCookie(isSecure(c.req.raw, origin)))
    return c.json({}, 200, { 'cache-control': 'no-store' })
  })

  /** Ends the session that the browser had, and sends it on with the new one. */
  function finishSignIn(
    c: Context,
    { userId, session }: { userId: string; session: StartedSession },
    { target, withSid }: Pick<SignInForm, 'target' | 'withSid'>,
  ): Response {
    endCurrentSession(c, access)
    const sid = withSid ? `#sid=${access.signIn.createExchange(userId)}` : ''
    return redirectSignedIn(c, session, `${target}${sid}`, origin)
  }

  return routes
}

function askForCode(c: Context, page: Parameters<typeof renderCodePage>[0], status: 200 | 401 | 429 = 200) {
  return c.html(renderCodePage(page), status, PAGE_HEADERS)
}

function recordSignOut(c: Context, { accounts, audit }: Access): void {
  const { id, name, kind } = accounts.identifyLeniently(c.req.raw)
  if (kind !== 'user') return
  audit.record({ kind: 'sign-out', actor: { id, name }, address: addressOf(c.req.raw) })
}

/** Sends the browser on with its new session. */
function redirectSignedIn(c: Context, session: StartedSession, path: string, origin?: string): Response {
  const cookie = writeSessionCookie(session.secret, isSecure(c.req.raw, origin))
  return new Response(null, {
    status: 303,
    headers: { ...PAGE_HEADERS, 'referrer-policy': 'no-referrer', location: path, 'set-cookie': cookie },
  })
}

type Refusal = Exclude<PasswordSignIn, SignedIn> | { outcome: 'busy' }

interface SignInForm {
  login: string
  password: string
  target: string
  withSid: boolean
  ticket: string
  code: string
}

async function readSignInForm(c: Context, origin: string | undefined): Promise<SignInForm> {
  const read = await readForm(c)
  return {
    login: read('login'),
    password: read('password'),
    target: findOwnPath(read('target'), c.req.raw, origin) ?? STUDIO_PATH,
    withSid: read('withSid') === 'true',
    ticket: read('ticket'),
    code: read('code'),
  }
}

/** Ends the session that the request carries, in the cookie or as a bearer; nothing happens without one. */
function endCurrentSession(c: Context, access: Access): void {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  for (const secret of [bearer, readSessionCookie(c.req.raw)]) {
    if (secret) access.sessions.end(secret)
  }
}

function isPreview(request: Request): boolean {
  const { headers, method } = request
  return (
    method === 'HEAD' ||
    /prefetch|preview|prerender/i.test(`${headers.get('purpose')} ${headers.get('sec-purpose')}`) ||
    PREVIEWERS.test(headers.get('user-agent') ?? '')
  )
}

function busyWhenFull(error: unknown): { outcome: 'busy' } {
  if (error instanceof GateFullError) return { outcome: 'busy' }
  throw error
}

function refuseSignIn(c: Context, { login, target, withSid }: SignInForm, refusal: Refusal) {
  const message = explainRefusal(refusal)
  const status = refusal.outcome === 'wrong' ? 401 : 429
  return c.html(renderSignInPage({ login, target, withSid, message }), status, PAGE_HEADERS)
}

function explainRefusal(result: Refusal | Extract<CodeSignIn, { ticket: string }>): string {
  if (result.outcome === 'wrong') {
    return 'ticket' in result ? 'Код не подошёл. Дождитесь следующего.' : 'Логин или пароль указан неверно.'
  }
  if (result.outcome === 'busy') return 'Сейчас входит слишком много людей. Повторите через минуту.'
  const minutes = Math.ceil(result.waitMs / 60_000)
  return `Слишком много неверных попыток. Подождите ${minutes} мин. или попросите у администратора ссылку для входа.`
}

function renderDeadLinkPage() {
  return renderNoticePage({
    title: 'Ссылка больше не действует',
    text: 'Она срабатывает один раз и живёт сутки. Попросите у администратора новую или войдите с паролем.',
    link: { href: SIGN_IN_PATH, text: 'Войти с паролем' },
  })
}

function renderPreviewPage() {
  return renderNoticePage({
    title: 'Ссылка для входа',
    text: 'Откройте эту ссылку в обычном браузере: предпросмотр её не использует.',
    link: { href: SIGN_IN_PATH, text: 'Войти с паролем' },
  })
}

function renderExpiredPage() {
  return renderNoticePage({
    title: 'Вход не завершён',
    text: 'С ввода пароля прошло больше десяти минут. Начните вход сначала.',
    link: { href: SIGN_IN_PATH, text: 'Войти' },
  })
}

function renderForeignPage() {
  return renderNoticePage({
    title: 'Вход с другого сайта',
    text: 'Форму отправила страница другого сайта. Войдите на собственной странице Копилки.',
    link: { href: SIGN_IN_PATH, text: 'Перейти ко входу' },
  })
}
