/** Russian for who the editor is, what they may do and who else is here. */
export const account = {
  'content-agent': 'Помощник',
  'insufficient-permissions-message.not-authorized-explanation':
    'Этим вам пользоваться нельзя: не хватает прав.',
  'insufficient-permissions-message.not-authorized-explanation_create-any-document':
    'Вам нельзя создавать документы.',
  'insufficient-permissions-message.not-authorized-explanation_create-document':
    'Вам нельзя создать этот документ.',
  'insufficient-permissions-message.not-authorized-explanation_create-document-type':
    'Вам нельзя создавать документы этого вида.',
  'insufficient-permissions-message.not-authorized-explanation_create-new-reference':
    'Вам нельзя создать новую ссылку.',
  'insufficient-permissions-message.not-authorized-explanation_delete-document':
    'Вам нельзя удалить этот документ.',
  'insufficient-permissions-message.not-authorized-explanation_delete-schedules':
    'Вам нельзя отменять расписание.',
  'insufficient-permissions-message.not-authorized-explanation_discard-changes':
    'Вам нельзя отменять правки в этом документе.',
  'insufficient-permissions-message.not-authorized-explanation_duplicate-document':
    'Вам нельзя сделать копию этого документа.',
  'insufficient-permissions-message.not-authorized-explanation_edit-schedules':
    'Вам нельзя менять расписание.',
  'insufficient-permissions-message.not-authorized-explanation_execute-schedules':
    'Вам нельзя запускать расписание.',
  'insufficient-permissions-message.not-authorized-explanation_publish-document':
    'Вам нельзя опубликовать этот документ.',
  'insufficient-permissions-message.not-authorized-explanation_unpublish-document':
    'Вам нельзя снять этот документ с публикации.',
  'insufficient-permissions-message.roles': 'Ваши права: <Roles/>',
  'insufficient-permissions-message.title': 'Не хватает прав',
  'login.logged-out.generic': 'Вы вышли. Войдите снова.',
  'login.logged-out.session-expired': 'Вы давно не работали в Студии. Войдите снова.',
  'login.logged-out.title': 'Нужно войти снова',
  'presence.action.manage-members': 'Пригласить',
  'presence.aria-label': 'Кто сейчас в Студии',
  'presence.no-one-else-description': 'Здесь будет видно, кто ещё работает в Студии.',
  'presence.no-one-else-title': 'Сейчас здесь только вы',
  'presence.not-in-a-document': 'Ни в одном документе',
  'presence.tooltip-content': 'Кто здесь',
  'user-menu.action.claim-project': 'Присвоить проект',
  'user-menu.action.free-trial-finished': 'Перейти на платный тариф',
  'user-menu.action.free-trial_one': 'Остался {{count}} день пробного срока',
  'user-menu.action.free-trial_few': 'Осталось {{count}} дня пробного срока',
  'user-menu.action.free-trial_many': 'Осталось {{count}} дней пробного срока',
  'user-menu.action.free-trial_other': 'Осталось {{count}} дня пробного срока',
  'user-menu.action.invite-members': 'Пригласить',
  'user-menu.action.invite-members-aria-label': 'Пригласить',
  'user-menu.action.manage-project': 'Настройки проекта',
  'user-menu.action.manage-project-aria-label': 'Настройки проекта',
  'user-menu.action.portable-text.annotation-disabled_empty-block':
    'К пустому абзацу это применить нельзя: {{name}}',
  'user-menu.action.portable-text.annotation-disabled_multiple-blocks':
    'К нескольким абзацам сразу это применить нельзя: {{name}}',
  'user-menu.action.sign-out': 'Выйти',
  'user-menu.appearance-title': 'Оформление',
  'user-menu.close-menu': 'Закрыть меню',
  'user-menu.color-scheme.dark-description': 'Тёмное оформление',
  'user-menu.color-scheme.dark-title': 'Тёмное',
  'user-menu.color-scheme.light-description': 'Светлое оформление',
  'user-menu.color-scheme.light-title': 'Светлое',
  'user-menu.color-scheme.system-description': 'Как на компьютере',
  'user-menu.color-scheme.system-title': 'Как на компьютере',
  'user-menu.locale-title': 'Язык',
  'user-menu.login-provider': 'Вход: {{providerTitle}}',
  'user-menu.open-menu': 'Открыть меню',
  'workspaces.action.add-workspace': 'Добавить рабочее пространство',
  'workspaces.action.choose-another-workspace': 'Выбрать другое рабочее пространство',
  'workspaces.action.switch-workspace': 'Сменить рабочее пространство',
  'workspaces.choose-your-workspace-label': 'Выберите рабочее пространство',
  'workspaces.select-workspace-aria-label': 'Выбрать рабочее пространство',
  'workspaces.select-workspace-label': 'Выбрать рабочее пространство',
  'workspaces.select-workspace-tooltip': 'Выбрать рабочее пространство',
  'workspaces.title': 'Рабочие пространства',
} as const
