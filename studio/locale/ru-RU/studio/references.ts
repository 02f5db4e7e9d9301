/** Russian for references to other documents. */
export const references = {
  'input.reference.document-cannot-be-opened.failed-to-resolve-url':
    'Этот документ открыть нельзя: адрес Студии неизвестен',
  'inputs.reference.action.clear': 'Очистить',
  'inputs.reference.action.copy': 'Копировать',
  'inputs.reference.action.create-new-document': 'Создать',
  'inputs.reference.action.create-new-document-select': 'Создать…',
  'inputs.reference.action.duplicate': 'Сделать копию',
  'inputs.reference.action.open-in-new-tab': 'Открыть в новой вкладке',
  'inputs.reference.action.remove': 'Убрать',
  'inputs.reference.action.replace': 'Заменить',
  'inputs.reference.action.replace-cancel': 'Не заменять',
  'inputs.reference.cross-dataset.feature-disabled-actions':
    'Ссылку в этом поле можно очистить, но нельзя поменять, пока возможность отключена.',
  'inputs.reference.cross-dataset.feature-disabled-description':
    'Эта возможность отключена. Как её включить, сказано в <DocumentationLink>документации</DocumentationLink>.',
  'inputs.reference.cross-dataset.feature-unavailable-title': 'Недоступно: ссылка в другой набор данных',
  'inputs.reference.cross-dataset.invalid-type':
    'Ссылка ведёт на документ неподходящего вида ({{typeName}}) <JsonValue/>',
  'inputs.reference.document-opens-in-new-tab': 'Документ откроется в новой вкладке',
  'inputs.reference.error.document-unavailable-title': 'Документ недоступен',
  'inputs.reference.error.failed-to-load-document-title': 'Документ загрузить не удалось',
  'inputs.reference.error.invalid-search-result-type-title':
    'Нашёлся документ, который сюда не подходит: «{{returnedType}}»',
  'inputs.reference.error.invalid-type-description':
    'Документ (<code>{{documentId}}</code>) имеет вид <code>{{actualType}}</code>, а сюда подходят только <AllowedTypes/>.',
  'inputs.reference.error.invalid-type-title': 'Документ не того вида',
  'inputs.reference.error.missing-read-permissions-description': 'Не хватает прав, чтобы открыть документ',
  'inputs.reference.error.missing-read-permissions-title': 'Не хватает прав',
  'inputs.reference.error.nonexistent-document-description':
    'Документа, на который ведёт ссылка, нет (номер <code>{{documentId}}</code>). Уберите ссылку или выберите другой документ.',
  'inputs.reference.error.nonexistent-document-title': 'Не найдено',
  'inputs.reference.error.nonexistent-document.clear-button-label': 'Очистить',
  'inputs.reference.error.search-failed-title': 'Поиск не удался',
  'inputs.reference.global.invalid-type': 'Ссылка ведёт на документ неподходящего вида ({{typeName}})',
  'inputs.reference.image-preview-alt-text': 'Картинка документа',
  'inputs.reference.incomplete-reference.finalize-action-description':
    'Документ <strong>{{referencedDocument}}</strong> опубликован: ссылку на него можно закрепить.',
  'inputs.reference.incomplete-reference.finalize-action-title': 'Закрепить ссылку',
  'inputs.reference.incomplete-reference.strengthen-action-description':
    'Документ <strong>{{referencedDocument}}</strong> опубликован: ссылку на него можно сделать прочной.',
  'inputs.reference.incomplete-reference.strengthen-action-title': 'Сделать ссылку прочной',
  'inputs.reference.incomplete-reference.strengthen-button-label': 'Сделать ссылку прочной',
  'inputs.reference.metadata-error.retry-button-label': 'Повторить',
  'inputs.reference.metadata-error.title': 'Не удалось загрузить сведения о ссылке',
  'inputs.reference.no-results-for-query': 'По запросу <strong>«{{searchTerm}}»</strong> ничего не нашлось',
  'inputs.reference.preview.edited-at-time': 'Изменено <RelativeTime/>',
  'inputs.reference.preview.has-no-unpublished-changes-aria-label': 'Неопубликованных изменений нет',
  'inputs.reference.preview.has-unpublished-changes-aria-label': 'Есть изменения',
  'inputs.reference.preview.is-not-published-aria-label': 'Не опубликовано',
  'inputs.reference.preview.is-published-aria-label': 'Опубликовано',
  'inputs.reference.preview.no-unpublished-edits': 'Неопубликованных изменений нет',
  'inputs.reference.preview.not-published': 'Не опубликовано',
  'inputs.reference.preview.published-at-time': 'Опубликовано <RelativeTime/>',
  'inputs.reference.referenced-document-does-not-exist':
    'Документа, на который ведёт ссылка, больше нет: возможно, его удалили (номер <code>{{documentId}}</code>).',
  'inputs.reference.referenced-document-insufficient-permissions': 'Не хватает прав, чтобы открыть документ',
  'inputs.reference.resolving-initial-value': 'Подставляем начальные значения…',
  'inputs.reference.search-placeholder': 'Начните писать название',
  'inputs.reference.strength-mismatch.is-strong-consquences':
    'Пока эта ссылка прочная, документ, на который она ведёт, удалить нельзя: сначала придётся убрать ссылку или сделать её непрочной.',
  'inputs.reference.strength-mismatch.is-strong-description':
    'Эта ссылка <em>прочная</em>, а по описанию должна быть <em>непрочной</em>.',
  'inputs.reference.strength-mismatch.is-weak-consquences':
    'Документ, на который она ведёт, можно удалить, и тогда ссылка никуда не приведёт.',
  'inputs.reference.strength-mismatch.is-weak-description':
    'Эта ссылка <em>непрочная</em>, а по описанию должна быть <em>прочной</em>.',
  'inputs.reference.strength-mismatch.strengthen-button-label': 'Сделать ссылку прочной',
  'inputs.reference.strength-mismatch.title': 'Прочность ссылки не та',
  'inputs.reference.strength-mismatch.weaken-button-label': 'Сделать ссылку непрочной',
} as const
