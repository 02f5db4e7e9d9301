/** Russian for dialogs about releases. */
export const dialogs = {
  'archive-dialog.confirm-archive-button': 'Да, убрать в архив',
  'archive-dialog.confirm-archive-description_one': 'В архив уйдёт {{count}} версия документа.',
  'archive-dialog.confirm-archive-description_few': 'В архив уйдут {{count}} версии документов.',
  'archive-dialog.confirm-archive-description_many': 'В архив уйдут {{count}} версий документов.',
  'archive-dialog.confirm-archive-description_other': 'В архив уйдут {{count}} версии документов.',
  'archive-dialog.confirm-archive-header': 'Убрать этот выпуск в архив?',
  'archive-dialog.confirm-archive-title': 'Убрать выпуск <strong>«{{title}}»</strong> в архив?',
  'confirm-active-scheduled-drafts-dialog.confirm-button': 'Подтвердить расписание',
  'confirm-active-scheduled-drafts-dialog.description':
    'Опубликовать все приостановленные черновики в намеченное время',
  'confirm-active-scheduled-drafts-dialog.past-dates-warning':
    'У некоторых черновиков назначенное время прошло: они будут опубликованы сразу.',
  'confirm-active-scheduled-drafts-dialog.title': 'Возобновить черновики по расписанию',
  'copy-to-draft-dialog.confirm-button': 'Да, заменить черновик',
  'copy-to-draft-dialog.description': 'У документа уже есть черновик. Эта версия заменит его.',
  'copy-to-draft-dialog.title': 'Черновик уже есть',
  'delete-dialog.confirm-delete-button': 'Да, удалить выпуск',
  'delete-dialog.confirm-delete-description_one': 'Будет удалена {{count}} версия документа.',
  'delete-dialog.confirm-delete-description_few': 'Будут удалены {{count}} версии документов.',
  'delete-dialog.confirm-delete-description_many': 'Будут удалены {{count}} версий документов.',
  'delete-dialog.confirm-delete-description_other': 'Будут удалены {{count}} версии документов.',
  'delete-dialog.confirm-delete.header': 'Удалить этот выпуск?',
  'discard-version-dialog.description-draft':
    'Все изменения этого документа будут убраны навсегда, вернуть их нельзя.',
  'discard-version-dialog.description-release':
    'Все изменения этого документа в выпуске «<strong>{{releaseTitle}}</strong>» будут убраны навсегда, вернуть их нельзя.',
  'discard-version-dialog.header-draft': 'Отменить черновик?',
  'discard-version-dialog.header-release': 'Убрать документ из выпуска «<strong>{{releaseTitle}}</strong>»?',
  'discard-version-dialog.title-draft': 'Отменить черновик',
  'discard-version-dialog.title-release': 'Убрать из выпуска',
  'duplicate-dialog.confirm-duplicate-button': 'Да, сделать копию',
  'duplicate-dialog.confirm-duplicate-description_one':
    'Будут скопированы выпуск и {{count}} версия документа.',
  'duplicate-dialog.confirm-duplicate-description_few':
    'Будут скопированы выпуск и {{count}} версии документов.',
  'duplicate-dialog.confirm-duplicate-description_many':
    'Будут скопированы выпуск и {{count}} версий документов.',
  'duplicate-dialog.confirm-duplicate-description_other':
    'Будут скопированы выпуск и {{count}} версии документов.',
  'duplicate-dialog.confirm-duplicate-header': 'Сделать копию этого выпуска?',
  'publish-dialog.confirm-publish-description_one':
    'Будут опубликованы выпуск «<strong>{{title}}</strong>» и {{releaseDocumentsLength}} документ.',
  'publish-dialog.confirm-publish-description_few':
    'Будут опубликованы выпуск «<strong>{{title}}</strong>» и {{releaseDocumentsLength}} документа.',
  'publish-dialog.confirm-publish-description_many':
    'Будут опубликованы выпуск «<strong>{{title}}</strong>» и {{releaseDocumentsLength}} документов.',
  'publish-dialog.confirm-publish-description_other':
    'Будут опубликованы выпуск «<strong>{{title}}</strong>» и {{releaseDocumentsLength}} документа.',
  'publish-dialog.confirm-publish.title': 'Опубликовать выпуск и все его документы?',
  'publish-dialog.confirm-publish.update-drafts-checkbox': 'Обновить черновики',
  'publish-dialog.confirm-publish.update-drafts-description_one':
    'Черновик {{draftDocumentsLength}} документа будет отменён, чтобы совпасть с опубликованным. Неопубликованные правки пропадут.',
  'publish-dialog.confirm-publish.update-drafts-description_few':
    'Черновики {{draftDocumentsLength}} документов будут отменены, чтобы совпасть с опубликованными. Неопубликованные правки пропадут.',
  'publish-dialog.confirm-publish.update-drafts-description_many':
    'Черновики {{draftDocumentsLength}} документов будут отменены, чтобы совпасть с опубликованными. Неопубликованные правки пропадут.',
  'publish-dialog.confirm-publish.update-drafts-description_other':
    'Черновики {{draftDocumentsLength}} документа будут отменены, чтобы совпасть с опубликованными. Неопубликованные правки пропадут.',
  'publish-dialog.validation.error': 'В некоторых документах есть ошибки',
  'publish-dialog.validation.loading': 'Проверяем документы…',
  'publish-dialog.validation.no-permission': 'Вам нельзя публиковать',
  'revert-dialog.confirm-revert-description_one':
    'Будет отменена {{releaseDocumentsLength}} версия документа.',
  'revert-dialog.confirm-revert-description_few':
    'Будут отменены {{releaseDocumentsLength}} версии документов.',
  'revert-dialog.confirm-revert-description_many':
    'Будут отменены {{releaseDocumentsLength}} версий документов.',
  'revert-dialog.confirm-revert-description_other':
    'Будут отменены {{releaseDocumentsLength}} версии документов.',
  'revert-dialog.confirm-revert.history-unavailable-card_one':
    'Отменить выпуск нельзя: прежнего вида {{count}} документа в истории уже нет.',
  'revert-dialog.confirm-revert.history-unavailable-card_few':
    'Отменить выпуск нельзя: прежнего вида {{count}} документов в истории уже нет.',
  'revert-dialog.confirm-revert.history-unavailable-card_many':
    'Отменить выпуск нельзя: прежнего вида {{count}} документов в истории уже нет.',
  'revert-dialog.confirm-revert.history-unavailable-card_other':
    'Отменить выпуск нельзя: прежнего вида {{count}} документа в истории уже нет.',
  'revert-dialog.confirm-revert.resolving': 'Смотрим историю документов…',
  'revert-dialog.confirm-revert.stage-revert-checkbox-label': 'Отменить выпуск сразу',
  'revert-dialog.confirm-revert.summary-restore_one':
    '{{count}} документ вернётся к тому, каким был опубликован до этого выпуска.',
  'revert-dialog.confirm-revert.summary-restore_few':
    '{{count}} документа вернутся к тому, какими были опубликованы до этого выпуска.',
  'revert-dialog.confirm-revert.summary-restore_many':
    '{{count}} документов вернутся к тому, какими были опубликованы до этого выпуска.',
  'revert-dialog.confirm-revert.summary-restore_other':
    '{{count}} документа вернутся к тому, какими были опубликованы до этого выпуска.',
  'revert-dialog.confirm-revert.summary-unpublish_one':
    '{{count}} документ будет снят с публикации: до этого выпуска он не был опубликован.',
  'revert-dialog.confirm-revert.summary-unpublish_few':
    '{{count}} документа будут сняты с публикации: до этого выпуска они не были опубликованы.',
  'revert-dialog.confirm-revert.summary-unpublish_many':
    '{{count}} документов будут сняты с публикации: до этого выпуска они не были опубликованы.',
  'revert-dialog.confirm-revert.summary-unpublish_other':
    '{{count}} документа будут сняты с публикации: до этого выпуска они не были опубликованы.',
  'revert-dialog.confirm-revert.title': 'Отменить выпуск «{{title}}»?',
  'revert-dialog.confirm-revert.unresolved-card_one':
    'Отменить выпуск нельзя: не удалось узнать прежний вид {{count}} документа.',
  'revert-dialog.confirm-revert.unresolved-card_few':
    'Отменить выпуск нельзя: не удалось узнать прежний вид {{count}} документов.',
  'revert-dialog.confirm-revert.unresolved-card_many':
    'Отменить выпуск нельзя: не удалось узнать прежний вид {{count}} документов.',
  'revert-dialog.confirm-revert.unresolved-card_other':
    'Отменить выпуск нельзя: не удалось узнать прежний вид {{count}} документа.',
  'revert-dialog.confirm-revert.warning-card':
    'После выпуска документы меняли. Если отменить выпуск, эти изменения пропадут.',
  'schedule-dialog.confirm-button': 'Да, назначить',
  'schedule-dialog.confirm-description_one':
    'Выпуск «<strong>{{title}}</strong>» и его документы ({{count}}) будут опубликованы в выбранный день.',
  'schedule-dialog.confirm-description_few':
    'Выпуск «<strong>{{title}}</strong>» и его документы ({{count}}) будут опубликованы в выбранный день.',
  'schedule-dialog.confirm-description_many':
    'Выпуск «<strong>{{title}}</strong>» и его документы ({{count}}) будут опубликованы в выбранный день.',
  'schedule-dialog.confirm-description_other':
    'Выпуск «<strong>{{title}}</strong>» и его документы ({{count}}) будут опубликованы в выбранный день.',
  'schedule-dialog.confirm-title': 'Назначить время выпуска',
  'schedule-dialog.publish-date-in-past-warning': 'Выберите время в будущем.',
  'schedule-dialog.select-publish-date-label': 'Когда',
  'schedule-unpublish-dialog.confirm': 'Назначить снятие с публикации',
  'schedule-unpublish-dialog.description': 'Выберите, когда снять этот документ с публикации.',
  'schedule-unpublish-dialog.header': 'Снять с публикации по расписанию',
  'unpublish-dialog.action.cancel': 'Отмена',
  'unpublish-dialog.action.unpublish': 'Да, снять при выпуске',
  'unpublish-dialog.description.lost-changes': 'Изменения этой версии документа пропадут.',
  'unpublish-dialog.description.to-draft':
    'Вместе с выпуском <Label>{{title}}</Label> документ будет снят с публикации; если черновика не будет, он появится.',
  'unpublish-dialog.header': 'Снять этот документ с публикации при выпуске?',
  'unschedule-dialog.confirm-description': 'Выпуск не будет опубликован в назначенный день',
  'unschedule-dialog.confirm-title': 'Отменить расписание выпуска?',
} as const
