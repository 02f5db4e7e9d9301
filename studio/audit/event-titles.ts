/** What the log tells of, as administrators would say it. Groups are those of the filter. */
export const EVENT_GROUPS = [
  {
    title: 'Входы',
    events: {
      'sign-in': 'Вход',
      'sign-in-failed': 'Неверный пароль',
      'sign-in-locked': 'Вход приостановлен: много попыток',
      'second-factor-failed': 'Неверный код из приложения',
      'sign-out': 'Выход',
      'sign-out-everywhere': 'Выход на всех устройствах',
    },
  },
  {
    title: 'Люди и доступ',
    events: {
      'user-added': 'Заведён пользователь',
      'user-removed': 'Закрыт вход пользователю',
      'role-changed': 'Изменена роль',
      'link-created': 'Выдана ссылка для входа',
      'password-changed': 'Сменён пароль',
      'second-factor-on': 'Включён код из приложения',
      'second-factor-off': 'Отключён код из приложения',
      'token-added': 'Выдан токен',
      'token-revoked': 'Отозван токен',
    },
  },
  {
    title: 'Содержание',
    events: {
      published: 'Опубликовано',
      unpublished: 'Снято с публикации',
      deleted: 'Удалено',
      exported: 'Выгружено',
      restored: 'Восстановлено из копии',
    },
  },
  {
    title: 'Сайт',
    events: {
      'release-returned': 'Читателям возвращён прежний выпуск',
      'release-resumed': 'Читателям снова показан новейший выпуск',
      'release-kept': 'Сохранён выпуск',
    },
  },
  { title: 'Пределы', events: { 'limit-hit': 'Запрос отклонён: превышен предел' } },
] as const

const TITLES: ReadonlyMap<string, string> = new Map(
  EVENT_GROUPS.flatMap(({ events }) => Object.entries(events)),
)

/** Events that deserve a second look. */
const ALARMING: ReadonlySet<string> = new Set([
  'sign-in-failed',
  'sign-in-locked',
  'second-factor-failed',
  'second-factor-off',
  'release-returned',
  'limit-hit',
])

/** @param kind as the lake names it; what this Studio does not know yet is shown as it is */
export function eventTitle(kind: string): string {
  return TITLES.get(kind) ?? kind
}

export function isAlarming(kind: string): boolean {
  return ALARMING.has(kind)
}
