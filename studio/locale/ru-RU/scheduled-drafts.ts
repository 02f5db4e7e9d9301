/** Russian for drafts published on schedule. */
export const scheduledDrafts = {
  'action.schedule-publish': 'Опубликовать в назначенное время',
  'action.schedule-publish-error': 'Публикацию назначить не удалось',
  'action.schedule-publish-success': 'Публикация назначена',
  'action.schedule-publish-success-description': 'Документ будет опубликован {{publishAt}}',
  'action.schedule-publish.disabled.cardinality-one': 'Для этого документа время публикации уже назначено.',
  'action.schedule-publish.disabled.validation-issues': 'Сначала исправьте ошибки в черновике.',
  'action.schedule-publish.disabled.variant': 'Варианты по расписанию публиковать пока нельзя.',
  'empty-state.action.documentation': 'Подробнее о расписании',
  'empty-state.description': 'Здесь появятся черновики, которые будут опубликованы в назначенное время.',
  'empty-state.title': 'Черновики по расписанию',
} as const
