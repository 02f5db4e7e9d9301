import { html } from 'hono/html'
import {
  ACCOUNT_PATH,
  PASSWORD_PATH,
  renderMessage,
  renderPage,
  SECOND_FACTOR_PATH,
  STUDIO_PATH,
} from './pages.ts'
import type { ListedSession } from './sessions.ts'
import { describeAgent } from './visitor.ts'

/** What a person sees of the own account. */
export interface AccountPage {
  name: string
  login: string
  roleTitle: string
  /** Titles of the places where the role counts; empty: everywhere. */
  scopes: readonly string[]
  hasPassword: boolean
  hasSecondFactor: boolean
  recoveryCodesLeft: number
  sessions: readonly (ListedSession & { isCurrent: boolean })[]
  message?: string
}

/** The account: who one is, how one signs in, and where one is signed in. */
export function renderAccountPage(page: AccountPage) {
  return renderPage(
    'Учётная запись',
    html`${renderMessage(page.message)}
      <dl>
        <dt>Имя</dt>
        <dd>${page.name}</dd>
        <dt>Логин</dt>
        <dd>${page.login}</dd>
        <dt>Роль</dt>
        <dd>
          ${page.roleTitle}${page.scopes.length > 0 ? html`<br /><small>${page.scopes.join('; ')}</small>` : ''}
        </dd>
      </dl>
      <h2>Вход</h2>
      <ul class="rows">
        <li>
          <span
            >Пароль<small
              >${page.hasPassword ? 'Задан' : 'Не задан: входите по ссылке администратора'}</small
            ></span
          >
          <a href="${PASSWORD_PATH}">${page.hasPassword ? 'Сменить' : 'Задать'}</a>
        </li>
        <li>
          <span>Код из приложения<small>${describeSecondFactor(page)}</small></span>
          <a href="${SECOND_FACTOR_PATH}">${page.hasSecondFactor ? 'Настроить' : 'Включить'}</a>
        </li>
      </ul>
      <h2>Мои входы</h2>
      <ul class="rows">
        ${page.sessions.map(renderSession)}
      </ul>
      <form method="post" action="${ACCOUNT_PATH}">
        <input type="hidden" name="action" value="everywhere" />
        <button class="alert">Выйти везде</button>
      </form>
      <p class="hint"><a href="${STUDIO_PATH}">Вернуться в Студию</a></p>`,
    'wide',
  )
}

function describeSecondFactor({ hasSecondFactor, recoveryCodesLeft }: AccountPage): string {
  return hasSecondFactor ? `Включён, запасных кодов осталось: ${recoveryCodesLeft}` : 'Выключен'
}

function renderSession({
  id,
  agent,
  address,
  createdAt,
  seenAt,
  isCurrent,
}: AccountPage['sessions'][number]) {
  return html`<li>
    <span
      >${describeAgent(agent)}${isCurrent ? html` <b>этот вход</b>` : ''}<small
        >${address === '' ? '' : `${address} · `}вошли ${formatTime(createdAt)}, последний раз
        ${formatTime(seenAt)}</small
      ></span
    >
    ${
      isCurrent
        ? ''
        : html`<form method="post" action="${ACCOUNT_PATH}">
            <input type="hidden" name="session" value="${id}" />
            <button class="plain" name="action" value="end">Завершить</button>
          </form>`
    }
  </li>`
}

const TIME = new Intl.DateTimeFormat('ru-RU', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Moscow',
})

/** `21 нояб., 14:05`, Moscow time. */
function formatTime(time: string): string {
  return TIME.format(new Date(time))
}
