import { html, raw } from 'hono/html'
import { PAGE_POLICY, PAGE_STYLE } from './page-style.ts'

export const SIGN_IN_PATH = '/v1/auth/login/local'
export const PASSWORD_PATH = '/v1/auth/password'
export const STUDIO_PATH = '/studio'
export const ACCOUNT_PATH = '/v1/auth/account'
export const SECOND_FACTOR_PATH = '/v1/auth/second-factor'
export const CODE_PATH = '/v1/auth/code'

export type Markup = ReturnType<typeof html>

/** The form for login and password. `target` is a path on this origin to go to afterwards. */
export function renderSignInPage(page: {
  login: string
  target: string
  withSid: boolean
  message?: string
}) {
  return renderPage(
    'Вход',
    html`<form method="post" action="${SIGN_IN_PATH}">
        ${renderMessage(page.message)}
        <input type="hidden" name="target" value="${page.target}" />
        ${page.withSid ? html`<input type="hidden" name="withSid" value="true" />` : ''}
        <label
          >Логин
          <input
            name="login"
            value="${page.login}"
            autocomplete="username"
            autocapitalize="none"
            required
            ${page.login === '' ? 'autofocus' : ''}
        /></label>
        <label
          >Пароль
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            ${page.login === '' ? '' : 'autofocus'}
        /></label>
        <button>Войти</button>
      </form>
      <p class="hint">
        Нет пароля или забыли его? Попросите у администратора одноразовую ссылку для входа: после неё пароль
        можно задать заново.
      </p>`,
  )
}

/** The form for the one-time code, after the password. */
export function renderCodePage(page: { target: string; withSid: boolean; ticket: string; message?: string }) {
  return renderPage(
    'Код из приложения',
    html`<form method="post" action="${CODE_PATH}">
        ${renderMessage(page.message)}
        <input type="hidden" name="ticket" value="${page.ticket}" />
        <input type="hidden" name="target" value="${page.target}" />
        ${page.withSid ? html`<input type="hidden" name="withSid" value="true" />` : ''}
        <label
          >Шесть цифр
          <input
            name="code"
            autocomplete="one-time-code"
            autocapitalize="none"
            required
            autofocus
            class="code"
        /></label>
        <button>Войти</button>
      </form>
      <p class="hint">
        Откройте приложение с кодами на телефоне. Если телефона нет под рукой, введите один из запасных кодов;
        если нет и их, попросите администратора отключить второй шаг.
      </p>`,
  )
}

/** The form for choosing one's own password. */
export function renderPasswordPage(page: {
  name: string
  login: string
  needsCurrent: boolean
  message?: string
}) {
  return renderPage(
    'Новый пароль',
    html`<p>
        ${page.name}, придумайте пароль не короче 10 знаков. На других устройствах придётся войти заново.
      </p>
      <form method="post" action="${PASSWORD_PATH}">
        ${renderMessage(page.message)}
        <input value="${page.login}" autocomplete="username" readonly hidden />
        ${
          page.needsCurrent
            ? html`<label
                >Нынешний пароль
                <input name="current" type="password" autocomplete="current-password" required
              /></label>`
            : ''
        }
        <label
          >Новый пароль
          <input name="next" type="password" autocomplete="new-password" minlength="10" required
        /></label>
        <label
          >Ещё раз <input name="repeated" type="password" autocomplete="new-password" minlength="10" required
        /></label>
        <button>Сохранить пароль</button>
      </form>
      <p class="hint"><a href="${ACCOUNT_PATH}">Учётная запись</a> · <a href="${STUDIO_PATH}">Студия</a></p>`,
  )
}

/** A page that says one thing and offers one way on. */
export function renderNoticePage(page: {
  title: string
  text: string
  link: { href: string; text: string }
}) {
  return renderPage(
    page.title,
    html`<p>${page.text}</p>
      <a class="button" href="${page.link.href}">${page.link.text}</a>`,
  )
}

/** Headers of every page here: never cached or framed, and no address with a secret goes on to other pages. */
export const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': PAGE_POLICY,
  // Not `no-referrer`: with it browsers send `Origin: null` for the forms, which are then refused as foreign.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
} as const

export function renderMessage(message: string | undefined): Markup | string {
  return message === undefined ? '' : html`<p class="message" role="alert">${message}</p>`
}

/** A page of the account in its frame. */
export function renderPage(title: string, content: Markup, width: 'narrow' | 'wide' = 'narrow'): Markup {
  return html`<!doctype html>
    <html lang="ru">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} — Копилка</title>
        ${raw(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        <main class="${width}">
          <p class="name">Копилка</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`
}
