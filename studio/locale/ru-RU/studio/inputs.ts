/** Russian for fields of a form. */
export const inputs = {
  'form.error.duplicate-keys-alert.details.additional-description':
    'Значение <code>_key</code> должно быть строкой, которая не повторяется.',
  'form.error.duplicate-keys-alert.details.description':
    'Обычно так бывает, когда записи созданы программой и свойство <code>_key</code> у них повторяется.',
  'form.error.duplicate-keys-alert.details.title': 'Для разработчика',
  'form.error.duplicate-keys-alert.generate-button.text': 'Создать разные ключи',
  'form.error.duplicate-keys-alert.summary':
    'У нескольких записей списка одинаковый ключ. Ключи должны быть разными.',
  'form.error.duplicate-keys-alert.title': 'Ключи повторяются',
  'form.error.field-not-found':
    'Поле «{{fieldName}}» не найдено: проверьте, что оно описано в схеме и не скрыто условием.',
  'form.error.missing-keys-alert.add-button.text': 'Добавить ключи',
  'form.error.missing-keys-alert.details.additional-description':
    'Значение <code>_key</code> должно быть строкой, которая не повторяется.',
  'form.error.missing-keys-alert.details.description':
    'Обычно так бывает, когда записи созданы программой без свойства <code>_key</code>.',
  'form.error.missing-keys-alert.details.title': 'Для разработчика',
  'form.error.missing-keys-alert.summary':
    'У некоторых записей списка нет ключей. Добавьте их, чтобы править список.',
  'form.error.missing-keys-alert.title': 'Нет ключей',
  'form.error.mixed-array-alert.details.description':
    'Обычно так бывает, когда записи созданы программой или поле ввода добавило в список лишнее.',
  'form.error.mixed-array-alert.details.title': 'Для разработчика',
  'form.error.mixed-array-alert.remove-button.text': 'Убрать лишнее',
  'form.error.mixed-array-alert.summary':
    'Некоторые записи списка испорчены. Уберите их, чтобы править список.',
  'form.error.mixed-array-alert.title': 'В списке есть испорченные записи',
  'form.error.no-array-item-at-index':
    'По пути <code>{{path}}</code> нет записи с номером <code>{{index}}</code>',
  'form.error.no-array-item-at-key':
    'По пути <code>{{path}}</code> нет записи с ключом <code>«{{key}}»</code>',
  'form.error.unhandled-runtime-error.call-stack.title': 'Стек вызовов:',
  'form.error.unhandled-runtime-error.component-stack.title': 'Стек компонентов:',
  'form.error.unhandled-runtime-error.error-message': 'Ошибка: {{message}}',
  'form.error.unhandled-runtime-error.title': 'Непредвиденная ошибка',
  'form.field.actions-menu.title': 'Действия с полем',
  'form.field.deprecated-label': 'устарело',
  'form.field.untitled-field-label': 'Без названия',
  'form.validation.has-error-aria-label': 'Есть ошибка',
  'form.validation.has-info-aria-label': 'Есть пояснение',
  'form.validation.has-warning-aria-label': 'Есть предупреждение',
  'form.validation.summary.errors-count_one': '{{count}} ошибка',
  'form.validation.summary.errors-count_few': '{{count}} ошибки',
  'form.validation.summary.errors-count_many': '{{count}} ошибок',
  'form.validation.summary.errors-count_other': '{{count}} ошибки',
  'form.validation.summary.warnings-count_one': '{{count}} предупреждение',
  'form.validation.summary.warnings-count_few': '{{count}} предупреждения',
  'form.validation.summary.warnings-count_many': '{{count}} предупреждений',
  'form.validation.summary.warnings-count_other': '{{count}} предупреждения',
  'input.files.common.cancel-upload': 'Отмена',
  'input.files.common.upload-placeholder.file-input-button.default-source.badge': 'По умолчанию',
  'input.files.common.upload-placeholder.file-input-button.text': 'Загрузить',
  'input.files.common.upload-progress': 'Загружается <FileName/>',
  'inputs.array.action.add-after': 'Добавить после',
  'inputs.array.action.add-before': 'Добавить перед',
  'inputs.array.action.add-item': 'Добавить',
  'inputs.array.action.add-item-select-type': 'Добавить…',
  'inputs.array.action.copy': 'Копировать',
  'inputs.array.action.drag.tooltip': 'Перетащите, чтобы поменять порядок',
  'inputs.array.action.duplicate': 'Сделать копию',
  'inputs.array.action.edit': 'Изменить: {{itemTypeTitle}}',
  'inputs.array.action.max-reached': 'Больше добавить нельзя',
  'inputs.array.action.remove': 'Убрать',
  'inputs.array.action.remove-invalid-item': 'Убрать',
  'inputs.array.action.view': 'Открыть: {{itemTypeTitle}}',
  'inputs.array.error.can-delete-but-no-edit-description':
    'Эту запись можно передвинуть или убрать, но изменить нельзя: её тип нигде не описан.',
  'inputs.array.error.cannot-resolve-initial-value-title':
    'Не удалось подставить начальные значения для «{{schemaTypeTitle}}»: {{errorMessage}}.',
  'inputs.array.error.cannot-upload-unable-to-convert_one':
    'Этот файл в список добавить нельзя, он не подходит:',
  'inputs.array.error.cannot-upload-unable-to-convert_few':
    'Эти файлы в список добавить нельзя, они не подходят:',
  'inputs.array.error.cannot-upload-unable-to-convert_many':
    'Эти файлы в список добавить нельзя, они не подходят:',
  'inputs.array.error.cannot-upload-unable-to-convert_other':
    'Эти файлы в список добавить нельзя, они не подходят:',
  'inputs.array.error.current-schema-not-declare-description':
    'Записи типа <code>{{typeName}}</code> в этом списке не предусмотрены. Возможно, этот тип убрали или его добавили только в другой копии Студии.',
  'inputs.array.error.json-representation-description': 'Запись в виде JSON:',
  'inputs.array.error.type-is-incompatible-prompt':
    'Записи типа <code>{{typeName}}</code> не подходят для этого списка',
  'inputs.array.error.type-is-incompatible-title': 'Почему так получилось?',
  'inputs.array.error.unexpected-error': 'Непредвиденная ошибка: {{error}}',
  'inputs.array.insert-menu.filter.all-items': 'Все',
  'inputs.array.insert-menu.search.no-results': 'Ничего не нашлось',
  'inputs.array.insert-menu.search.placeholder': 'Найти',
  'inputs.array.insert-menu.toggle-grid-view.tooltip': 'Показать плиткой',
  'inputs.array.insert-menu.toggle-list-view.tooltip': 'Показать списком',
  'inputs.array.no-items-label': 'Пока ничего нет',
  'inputs.array.read-only-label': 'Это поле изменить нельзя',
  'inputs.array.resolving-initial-value': 'Подставляем начальные значения…',
  'inputs.boolean.disabled': 'Отключено',
  'inputs.dateTime.past-date-warning': 'Выберите день в будущем.',
  'inputs.datetime.placeholder': 'например, {{example}}',
  'inputs.file.actions-menu.file-options.aria-label': 'Действия с файлом',
  'inputs.file.error.unknown-member-kind': 'Неизвестная часть поля: {{kind}}',
  'inputs.file.invalid-file-warning.description':
    'В этом поле не файл. Очистите поле, и можно будет выбрать новый.',
  'inputs.file.invalid-file-warning.reset-button.text': 'Очистить поле',
  'inputs.file.invalid-file-warning.title': 'В поле не файл',
  'inputs.file.upload-failed.description': 'Сейчас загрузить не получилось. Попробуйте ещё раз.',
  'inputs.file.upload-failed.title': 'Загрузить не удалось',
  'inputs.files.common.access-policy.private.label': 'Закрытый файл',
  'inputs.files.common.access-policy.private.tooltip': 'Доступ только по подписанным ссылкам',
  'inputs.files.common.actions-menu.clear-field.label': 'Очистить поле',
  'inputs.files.common.actions-menu.copy-url.label': 'Скопировать ссылку',
  'inputs.files.common.actions-menu.download.label': 'Скачать',
  'inputs.files.common.actions-menu.notification.url-copied': 'Ссылка скопирована',
  'inputs.files.common.actions-menu.open-in-source.label': 'Открыть: {{sourceName}}',
  'inputs.files.common.actions-menu.replace.label': 'Заменить',
  'inputs.files.common.actions-menu.upload.label': 'Загрузить',
  'inputs.files.common.drop-message.drop-to-upload': 'Отпустите, чтобы загрузить',
  'inputs.files.common.drop-message.drop-to-upload-multi_one': 'Отпустите, чтобы загрузить {{count}} файл',
  'inputs.files.common.drop-message.drop-to-upload-multi_few': 'Отпустите, чтобы загрузить {{count}} файла',
  'inputs.files.common.drop-message.drop-to-upload-multi_many': 'Отпустите, чтобы загрузить {{count}} файлов',
  'inputs.files.common.drop-message.drop-to-upload-multi_other': 'Отпустите, чтобы загрузить {{count}} файла',
  'inputs.files.common.drop-message.drop-to-upload.no-accepted-file-message_one':
    'Этот файл сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.no-accepted-file-message_few':
    'Эти файлы сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.no-accepted-file-message_many':
    'Эти файлы сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.no-accepted-file-message_other':
    'Эти файлы сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.rejected-file-message_one':
    '{{count}} файл сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.rejected-file-message_few':
    '{{count}} файла сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.rejected-file-message_many':
    '{{count}} файлов сюда загрузить нельзя',
  'inputs.files.common.drop-message.drop-to-upload.rejected-file-message_other':
    '{{count}} файла сюда загрузить нельзя',
  'inputs.files.common.placeholder.cannot-upload-some-files_one': '{{count}} файл загрузить нельзя',
  'inputs.files.common.placeholder.cannot-upload-some-files_few': '{{count}} файла загрузить нельзя',
  'inputs.files.common.placeholder.cannot-upload-some-files_many': '{{count}} файлов загрузить нельзя',
  'inputs.files.common.placeholder.cannot-upload-some-files_other': '{{count}} файла загрузить нельзя',
  'inputs.files.common.placeholder.drag-or-paste-to-upload_file': 'Перетащите или вставьте сюда файл',
  'inputs.files.common.placeholder.drag-or-paste-to-upload_image': 'Перетащите или вставьте сюда картинку',
  'inputs.files.common.placeholder.drop-to-upload_file': 'Отпустите, чтобы загрузить файл',
  'inputs.files.common.placeholder.drop-to-upload_image': 'Отпустите, чтобы загрузить картинку',
  'inputs.files.common.placeholder.read-only': 'Изменить нельзя',
  'inputs.files.common.placeholder.select-asset-source-upload-destination': 'Куда загрузить файлы:',
  'inputs.files.common.placeholder.upload-not-supported': 'Сюда файлы не загружаются',
  'inputs.files.common.stale-upload-warning.clear': 'Убрать',
  'inputs.files.common.stale-upload-warning.description':
    'Загрузка не движется уже {{staleThresholdMinutes}} мин.: видимо, она прервалась. Уберите её и загрузите файл ещё раз.',
  'inputs.files.common.stale-upload-warning.title': 'Загрузка не закончилась',
  'inputs.files.select-dialog.title': 'Файл для поля «{{targetTitle}}»',
  'inputs.image.actions-menu.crop-image-tooltip': 'Выбрать кадр',
  'inputs.image.actions-menu.edit-details.aria-label': 'Изменить сведения о картинке',
  'inputs.image.actions-menu.options.aria-label': 'Действия с картинкой',
  'inputs.image.drag-overlay.cannot-upload-here': 'Этот файл сюда загрузить нельзя',
  'inputs.image.drag-overlay.drop-to-upload-image': 'Отпустите, чтобы загрузить картинку',
  'inputs.image.drag-overlay.this-field-is-read-only': 'Это поле изменить нельзя',
  'inputs.image.error.possible-access-restriction':
    'Картинку загрузить не удалось. Возможно, к ней нет доступа.',
  'inputs.image.error.unknown-member-kind': 'Неизвестная часть поля: {{kind}}',
  'inputs.image.hotspot-dialog.title': 'Кадр и главная точка',
  'inputs.image.invalid-image-warning.description':
    'В этом поле не картинка. Очистите поле, и можно будет выбрать новую.',
  'inputs.image.invalid-image-warning.reset-button.text': 'Очистить поле',
  'inputs.image.invalid-image-warning.title': 'В поле не картинка',
  'inputs.image.preview-uploaded-image': 'Загруженная картинка',
  'inputs.image.select-dialog.title': 'Картинка для поля «{{targetTitle}}»',
  'inputs.image.upload-error.description': 'Сейчас загрузить не получилось. Попробуйте ещё раз.',
  'inputs.image.upload-error.title': 'Загрузить не удалось',
  'inputs.imagetool.description':
    'Прямоугольник — это кадр. Круг отмечает место, которое должно быть видно всегда.',
  'inputs.imagetool.load-error': 'Ошибка: {{errorMessage}}',
  'inputs.imagetool.title': 'Кадр и главная точка',
  'inputs.imagetool.vector-warning.developer-info':
    "У векторных картинок нельзя выбрать кадр и главную точку. Чтобы они действовали, нужна растровая картинка: добавьте, например, <code>fm=jpg</code> к <ImageUrlDocumentationLink>адресу картинки</ImageUrlDocumentationLink> или вызовите <code>.format('png')</code> из <ImageUrlPackageDocumentationLink>@sanity/image-url</ImageUrlPackageDocumentationLink>.",
  'inputs.imagetool.vector-warning.expand-developer-info': 'Для разработчика',
  'inputs.imagetool.vector-warning.title':
    'Внимание: на сайте кадр и главная точка этой картинки могут не подействовать.',
  'inputs.invalid-value.convert-button.text': 'Превратить в {{targetType}}',
  'inputs.invalid-value.current-type': 'Сейчас в поле (<code>{{actualType}}</code>)',
  'inputs.invalid-value.description': 'В поле записано значение не того типа, который здесь нужен.',
  'inputs.invalid-value.details.description':
    'По описанию здесь должно быть значение типа <code>{{validType}}</code>.',
  'inputs.invalid-value.details.multi-type-description': 'По описанию здесь годятся только такие типы:',
  'inputs.invalid-value.details.possible-reason':
    'Обычно так бывает, если описание документа недавно изменили.',
  'inputs.invalid-value.details.title': 'Для разработчика',
  'inputs.invalid-value.reset-button.text': 'Очистить поле',
  'inputs.invalid-value.title': 'В поле не то значение',
  'inputs.object.field-group-tabs.all-fields-title': 'Все поля',
  'inputs.object.field-group-tabs.aria-label': 'Группы полей',
  'inputs.object.field-group-tabs.validation-error': 'ошибка',
  'inputs.object.field-group-tabs.validation-info': 'пояснение',
  'inputs.object.field-group-tabs.validation-warning': 'предупреждение',
  'inputs.object.unknown-fields.read-only.description':
    'Это поле <strong>нельзя изменить</strong> и нельзя убрать: так сказано в описании документа. Чтобы его можно было убрать, удалите <code>readOnly</code> из описания объемлющего типа.',
  'inputs.object.unknown-fields.reference.preview.unavailable':
    'Не удалось показать документ «{{documentId}}».',
  'inputs.object.unknown-fields.remove-field-button.text': 'Убрать поле',
  'inputs.object.unknown-fields.warning.description_one':
    'Найдено {{count}} поле, которого нет в описании документа.',
  'inputs.object.unknown-fields.warning.description_few':
    'Найдены {{count}} поля, которых нет в описании документа.',
  'inputs.object.unknown-fields.warning.description_many':
    'Найдено {{count}} полей, которых нет в описании документа.',
  'inputs.object.unknown-fields.warning.description_other':
    'Найдено {{count}} поля, которых нет в описании документа.',
  'inputs.object.unknown-fields.warning.details.description_one':
    'Этого поля нет в описании документа: его убрали из описания или добавили только в другой копии Студии.',
  'inputs.object.unknown-fields.warning.details.description_few':
    'Этих полей нет в описании документа: их убрали из описания или добавили только в другой копии Студии.',
  'inputs.object.unknown-fields.warning.details.description_many':
    'Этих полей нет в описании документа: их убрали из описания или добавили только в другой копии Студии.',
  'inputs.object.unknown-fields.warning.details.description_other':
    'Этих полей нет в описании документа: их убрали из описания или добавили только в другой копии Студии.',
  'inputs.object.unknown-fields.warning.details.title': 'Для разработчика',
  'inputs.object.unknown-fields.warning.title_one': 'Найдено неизвестное поле',
  'inputs.object.unknown-fields.warning.title_few': 'Найдены неизвестные поля',
  'inputs.object.unknown-fields.warning.title_many': 'Найдены неизвестные поля',
  'inputs.object.unknown-fields.warning.title_other': 'Найдены неизвестные поля',
  'inputs.select.action.clear': 'Очистить',
  'inputs.slug.action.generate': 'Создать',
  'inputs.slug.action.generating': 'Создаём…',
  'inputs.slug.error.missing-source':
    'Не указано, из какого поля составить адрес. Проверьте source у типа {{schemaType}}',
  'inputs.tags.placeholder': 'Напишите слово и нажмите Enter…',
  'inputs.tags.placeholder_touch': 'Напишите слово…',
  'inputs.untyped-value.convert-button.text': 'Превратить в {{targetType}}',
  'inputs.untyped-value.description': 'В поле объект без свойства <code>_type</code>.',
  'inputs.untyped-value.details.description':
    'Уберите свойство <code>name</code> из описания объекта или добавьте <code>_type</code> каждой записи.',
  'inputs.untyped-value.details.json-dump-prefix': 'Сейчас в поле (<code>object</code>):',
  'inputs.untyped-value.details.multi-type-description': 'По описанию здесь годятся такие типы:',
  'inputs.untyped-value.details.title': 'Для разработчика',
  'inputs.untyped-value.title': 'У значения нет <code>_type</code>',
  'inputs.untyped-value.unset-item-button.text': 'Очистить поле',
  'inputs.video.select-dialog.title': 'Видео для поля «{{targetTitle}}»',
  'member-field-error.unexpected-error': 'Непредвиденная ошибка: {{error}}',
  'tree-editing-dialog.breadcrumbs.menu': 'Путь до записи',
  'tree-editing-dialog.search-placeholder': 'Найти',
  'tree-editing-dialog.search.menu-label': 'Поиск по записям',
  'tree-editing-dialog.search.no-results-title': 'Ничего не нашлось',
  'tree-editing-dialog.sidebar.action.close': 'Закрыть список',
  'tree-editing-dialog.sidebar.action.collapse': 'Свернуть',
  'tree-editing-dialog.sidebar.action.done': 'Готово',
  'tree-editing-dialog.sidebar.action.expand': 'Развернуть',
  'tree-editing-dialog.sidebar.action.open': 'Открыть список',
} as const
