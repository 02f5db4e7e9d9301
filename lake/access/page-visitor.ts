import type { Context } from 'hono'
import { LakeError } from '../errors.ts'
import type { Authenticated } from './authenticate.ts'
import type { Access } from './open-access.ts'
import { renderNoticePage, SIGN_IN_PATH } from './pages.ts'

/** The person who looks at a page of the account; null for everyone else. */
export function findPerson(c: Context, access: Pick<Access, 'authenticate'>): Authenticated | null {
  // The pages are for browsers: a session that has ended is no error here but a reason to sign in.
  try {
    const authenticated = access.authenticate(c.req.raw)
    return authenticated.identity.kind === 'user' ? authenticated : null
  } catch (error) {
    if (error instanceof LakeError) return null
    throw error
  }
}

/** @param path where to come back to */
export function redirectToSignIn(c: Context, path: string): Response {
  return c.redirect(`${SIGN_IN_PATH}?origin=${encodeURIComponent(path)}`, 303)
}

export function renderSignedOutPage() {
  return renderNoticePage({
    title: 'Нужно войти',
    text: 'Сеанс закончился. Войдите и повторите.',
    link: { href: SIGN_IN_PATH, text: 'Войти' },
  })
}
