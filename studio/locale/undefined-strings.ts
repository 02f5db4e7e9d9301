/**
 * Words for keys that the installed Studio asks for and defines in no language, by namespace: without them the
 * editor would see the key itself, or the English name of what was being done.
 */
export const UNDEFINED_STRINGS = {
  studio: {
    'asset-source.asset-list.table.preview-alt': 'Уменьшенная картинка',
    'asset-source.dialog.default-title': 'Выберите файл',
    'asset-source.file.asset-list.item.select-file-tooltip': 'Выбрать файл',
    'asset-source.usage-list.image-alt': 'Картинка',
    'asset-sources.media-library.select-dialog.title': 'Выберите файл',
    'inputs.array.error.cannot-resolve-initial-value-description': 'Подробности — в консоли браузера',
    'network-check.slow-protocol-warning.learn-more-button.tooltip': 'Подробнее',
    'new-document.new-document': 'Новый документ',
    'schema-errors.title': 'Ошибки в описании документов',
    'search.search-results-label': 'Что нашлось',
  },
  structure: {
    'banners.deleted-release-banner.text': 'Этот выпуск удалён.',
    'changes.action.close-label': 'Закрыть историю',
    'panes.document-operation-results.operation-error_discardChanges': 'Отменить правки не удалось',
    'panes.document-operation-results.operation-error_duplicate': 'Сделать копию не удалось',
    'panes.document-operation-results.operation-error_patch': 'Изменения сохранить не удалось',
    'panes.document-operation-results.operation-error_publish': 'Опубликовать не удалось',
    'panes.document-operation-results.operation-error_restore': 'Вернуть прежнюю версию не удалось',
  },
  tasks: { 'form.status.error.creation-failed': 'Задачу создать не удалось' },
} as const
