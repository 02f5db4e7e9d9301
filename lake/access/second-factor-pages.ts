import { html, raw } from 'hono/html'
import QRCode from 'qrcode'
import { ACCOUNT_PATH, renderMessage, renderPage, SECOND_FACTOR_PATH } from './pages.ts'
import type { Enrolment } from './second-factor.ts'

const BACK = html`<p class="hint"><a href="${ACCOUNT_PATH}">Вернуться в учётную запись</a></p>`

/** The page on which a person puts the secret into an authenticator and confirms it with a code. */
export async function renderEnrolPage({ uri, secret }: Enrolment, message?: string) {
  const picture = await QRCode.toString(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  return renderPage(
    'Код из приложения',
    html`<p>
        Кроме пароля, Копилка будет спрашивать код с вашего телефона: тогда украденный пароль никому не
        поможет. Подойдёт любое приложение для одноразовых кодов, например Яндекс Ключ или Aegis.
      </p>
      <ol class="steps">
        <li>
          Наведите камеру приложения на рисунок.
          <div class="qr" role="img" aria-label="QR-код с ключом">${raw(picture)}</div>
          <small>Или введите ключ сами: <code>${secret}</code></small>
        </li>
        <li>
          Введите шесть цифр, которые оно показывает.
          <form method="post" action="${SECOND_FACTOR_PATH}">
            ${renderMessage(message)}
            <input type="hidden" name="action" value="confirm" />
            <label
              >Код <input name="code" inputmode="numeric" autocomplete="one-time-code" required class="code"
            /></label>
            <button>Включить</button>
          </form>
        </li>
      </ol>
      ${BACK}`,
    'wide',
  )
}

/** Shown once, after the enrolment. */
export function renderRecoveryPage(codes: readonly string[]) {
  return renderPage(
    'Второй шаг включён',
    html`<p>
        Если телефон потеряется, войти поможет запасной код. Каждый срабатывает один раз. Перепишите их или
        распечатайте: больше Копилка их не покажет.
      </p>
      <ul class="codes">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <a class="button" href="${ACCOUNT_PATH}">Готово</a>`,
    'wide',
  )
}

/** The page of a person whose second factor is on. */
export function renderSecondFactorPage(page: { needsPassword: boolean; left: number; message?: string }) {
  return renderPage(
    'Код из приложения',
    html`<p>Второй шаг включён. Запасных кодов осталось: ${page.left}.</p>
      <form method="post" action="${SECOND_FACTOR_PATH}">
        ${renderMessage(page.message)}
        <input type="hidden" name="action" value="remove" />
        <label
          >Код из приложения или запасной
          <input name="code" autocomplete="one-time-code" autocapitalize="none" required class="code"
        /></label>
        ${
          page.needsPassword
            ? html`<label
                >Пароль <input name="password" type="password" autocomplete="current-password" required
              /></label>`
            : ''
        }
        <button class="alert">Отключить второй шаг</button>
      </form>
      <p class="hint">
        Чтобы перейти на новый телефон или получить новые запасные коды, отключите и включите снова.
      </p>
      ${BACK}`,
  )
}
