/** Russian for notices above a document. */
export const banners = {
  'banners.archived-release.description':
    'Эта версия документа относится к выпуску из архива <VersionBadge>{{title}}</VersionBadge>',
  'banners.archived-scheduled-draft.description': 'Этот черновик по расписанию в архиве',
  'banners.choose-new-document-destination.cannot-create-draft-document': 'Черновик создать нельзя.',
  'banners.choose-new-document-destination.cannot-create-published-document':
    'Опубликованный документ создать нельзя.',
  'banners.choose-new-document-destination.choose-destination': 'Выберите, куда поместить документ:',
  'banners.choose-new-document-destination.release-inactive':
    'Выпуск <VersionBadge>{{title}}</VersionBadge> не действует.',
  'banners.deleted-document-banner.restore-button.text': 'Восстановить последнюю версию',
  'banners.deleted-document-banner.text': 'Этот документ удалён.',
  'banners.deprecated-document-type-banner.text': 'Документами этого вида больше не пользуются.',
  'banners.live-edit-draft-banner.discard.tooltip': 'Отмените черновик, чтобы продолжить.',
  'banners.live-edit-draft-banner.publish.tooltip': 'Опубликуйте черновик, чтобы продолжить.',
  'banners.live-edit-draft-banner.text':
    'Документы вида <strong>{{schemaType}}</strong> публикуются сразу (<code>liveEdit</code>), но у этого есть черновик. Опубликуйте его или отмените, чтобы продолжить.',
  'banners.obsolete-draft.actions.compare-draft.text': 'Сравнить с черновиком',
  'banners.obsolete-draft.actions.compare-draft.tooltip':
    'Опубликованного документа нет, сравнить черновик не с чем.',
  'banners.obsolete-draft.actions.discard-draft.text': 'Отменить черновик',
  'banners.obsolete-draft.actions.publish-draft.text': 'Опубликовать черновик',
  'banners.obsolete-draft.draft-model-inactive.text':
    'Черновики здесь отключены, но у этого документа черновик есть.',
  'banners.paused-scheduled-draft.text':
    'Пока вы правите документ, расписание приостановлено. Нажмите «Назначить», чтобы вернуть его или выбрать другое время.',
  'banners.permission-check-banner.missing-permission_create_one':
    'С правами <Roles/> опубликовать этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_create_few':
    'С правами <Roles/> опубликовать этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_create_many':
    'С правами <Roles/> опубликовать этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_create_other':
    'С правами <Roles/> опубликовать этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_update_one':
    'С правами <Roles/> изменить этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_update_few':
    'С правами <Roles/> изменить этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_update_many':
    'С правами <Roles/> изменить этот документ нельзя.',
  'banners.permission-check-banner.missing-permission_update_other':
    'С правами <Roles/> изменить этот документ нельзя.',
  'banners.permission-check-banner.request-permission-button.sent': 'Просьба отправлена',
  'banners.permission-check-banner.request-permission-button.text': 'Попросить разрешения',
  'banners.published-release.description':
    'Этот документ опубликован с выпуском <VersionBadge>{{title}}</VersionBadge>. Изменить его нельзя',
  'banners.reference-changed-banner.reason-changed.reload-button.text': 'Обновить ссылку',
  'banners.reference-changed-banner.reason-changed.text': 'Пока документ был открыт, ссылку поменяли.',
  'banners.reference-changed-banner.reason-removed.close-button.text': 'Закрыть',
  'banners.reference-changed-banner.reason-removed.text': 'Пока документ был открыт, ссылку убрали.',
  'banners.release.action.add-to-bundle': 'Добавить в набор',
  'banners.release.action.add-to-release': 'Добавить в выпуск',
  'banners.release.action.open-to-edit': 'Открыть выпуск и изменить',
  'banners.release.error.description': 'Не удалось добавить документ в выпуск: {{message}}',
  'banners.release.error.title': 'Документ не добавлен в выпуск',
  'banners.release.navigate-to-edit-description': 'Документ есть только в',
  'banners.release.navigate-to-edit-description-end_one': 'выпуске',
  'banners.release.navigate-to-edit-description-end_few': 'выпусках',
  'banners.release.navigate-to-edit-description-end_many': 'выпусках',
  'banners.release.navigate-to-edit-description-end_other': 'выпуска',
  'banners.release.navigate-to-edit-description-multiple_one':
    'Документ входит в выпуск <VersionBadge/> и ещё в {{count}} выпуск.',
  'banners.release.navigate-to-edit-description-multiple_few':
    'Документ входит в выпуск <VersionBadge/> и ещё в {{count}} выпуска',
  'banners.release.navigate-to-edit-description-multiple_many':
    'Документ входит в выпуск <VersionBadge/> и ещё в {{count}} выпусков',
  'banners.release.navigate-to-edit-description-multiple_other':
    'Документ входит в выпуск <VersionBadge/> и ещё в {{count}} выпуска',
  'banners.release.navigate-to-edit-description-none': 'Документ не входит ни в один выпуск',
  'banners.release.navigate-to-edit-description-single': 'Документ входит в выпуск <VersionBadge/>',
  'banners.release.not-in-release': 'Не входит в выпуск <VersionBadge>{{title}}</VersionBadge>.',
  'banners.release.waiting.description': 'Подождите несколько секунд: документ добавляется в выпуск.',
  'banners.release.waiting.title': 'Добавляем документ в выпуск…',
  'banners.revision-not-found.description': 'Этой версии документа нет. Выберите другую в списке истории.',
  'banners.scheduled-draft-override-banner.text':
    'Для документа назначена публикация черновика. Если опубликовать изменения сейчас, по расписанию они будут заменены.',
  'banners.unpublished-release-banner.text':
    'Документ будет снят с публикации вместе с выпуском <VersionBadge>{{title}}</VersionBadge>.',
  'banners.unpublished-release-banner.text-with-published':
    'Показана <strong>опубликованная</strong> версия:',
  'banners.variant.action.add-to-variant': 'Создать вариант',
  'banners.variant.definition-not-found': 'Вариант <VariantName>{{name}}</VariantName> не найден.',
  'banners.variant.error.description': 'Не удалось добавить документ к варианту: {{message}}',
  'banners.variant.error.title': 'Документ не добавлен к варианту',
  'banners.variant.not-in-variant':
    'Для варианта <VariantBadge>{{variantTitle}}</VariantBadge> нет документа: <PerspectiveTitle>{{perspectiveTitle}}</PerspectiveTitle>.',
  'banners.variant.waiting.description': 'Подождите несколько секунд: документ добавляется к варианту.',
  'banners.variant.waiting.title': 'Добавляем документ к варианту…',
  'canvas.banner.edit-in-canvas-action': 'Править в Canvas',
  'canvas.banner.editable.linked-text': 'Этот документ можно править в Canvas.',
  'canvas.banner.editable.popover-description':
    'В Canvas можно писать свободно, а поля в Студии заполнятся сами.',
  'canvas.banner.editable.popover-heading': 'Свободное письмо',
  'canvas.banner.linked-text.draft': 'Черновик связан с Canvas',
  'canvas.banner.linked-text.published': 'Опубликованный документ связан с Canvas',
  'canvas.banner.linked-text.version': 'Эта версия связана с Canvas',
  'canvas.banner.popover-button-text': 'Подробнее',
  'canvas.banner.popover-description':
    'В Canvas можно писать свободно, а текст сам разойдётся по полям Студии.',
  'canvas.banner.popover-heading': 'Сначала мысль',
} as const
