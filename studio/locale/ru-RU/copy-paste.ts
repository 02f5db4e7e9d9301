/** Russian for copying and pasting fields. */
export const copyPaste = {
  'copy-paste.field-action-copy-button.document.title': 'Скопировать документ',
  'copy-paste.field-action-copy-button.field.title': 'Скопировать поле',
  'copy-paste.field-action-paste-button.document.title': 'Вставить документ',
  'copy-paste.field-action-paste-button.field.title': 'Вставить в поле',
  'copy-paste.on-copy.validation.clipboard-not-supported.description':
    'Разрешите в настройках браузера доступ к буферу обмена и скопируйте ещё раз.',
  'copy-paste.on-copy.validation.clipboard-not-supported.title': 'Браузер не даёт скопировать',
  'copy-paste.on-copy.validation.no-value.title': 'В поле пусто, копировать нечего',
  'copy-paste.on-copy.validation.schema-type-incompatible.title':
    'Не удалось понять, что находится по пути {{path}}',
  'copy-paste.on-paste.validation.array-type-incompatible.description':
    'Значения типа «{{type}}» в этот список вставить нельзя',
  'copy-paste.on-paste.validation.array-value-incompatible.description':
    'Значения типа «{{type}}» в этот список вставить нельзя',
  'copy-paste.on-paste.validation.clipboard-empty.title': 'Вставлять нечего',
  'copy-paste.on-paste.validation.clipboard-invalid.title': 'Скопированное вставить нельзя',
  'copy-paste.on-paste.validation.image-file-incompatible.description':
    '«{{sourceSchemaType}}» нельзя вставить в «{{targetSchemaType}}»',
  'copy-paste.on-paste.validation.mime-type-incompatible.description':
    'Файлы вида «{{mimeType}}» в это поле не подходят',
  'copy-paste.on-paste.validation.mime-type-validation-failed.description': 'Вид файла проверить не удалось',
  'copy-paste.on-paste.validation.partial-warning.title': 'Вставлено не всё',
  'copy-paste.on-paste.validation.primitive-type-incompatible.description':
    'Значение типа «{{type}}» в это поле вставить нельзя',
  'copy-paste.on-paste.validation.read-only-fields-skipped-truncated.description':
    'Пропущены поля, которые нельзя менять: {{fieldNames}} и ещё {{count}}',
  'copy-paste.on-paste.validation.read-only-fields-skipped.description':
    'Пропущены поля, которые нельзя менять: {{fieldNames}}',
  'copy-paste.on-paste.validation.read-only-target.description': 'Сюда вставить нельзя: менять это нельзя',
  'copy-paste.on-paste.validation.reference-filter-incompatible.description':
    'Этот документ здесь выбрать нельзя',
  'copy-paste.on-paste.validation.reference-type-incompatible.description':
    'Ссылки на «{{sourceReferenceType}}» сюда не подходят: здесь могут быть только «{{targetReferenceTypes}}»',
  'copy-paste.on-paste.validation.reference-validation-failed.description': 'Документа «{{ref}}» нет',
  'copy-paste.on-paste.validation.schema-type-incompatible.description': 'Скопированное сюда не подходит',
  'copy-paste.on-paste.validation.schema-type-incompatible.title':
    'Не удалось понять, что находится по пути {{path}}',
  'copy-paste.on-paste.validation.string-value-incompatible.description':
    'Значения «{{value}}» нет среди возможных: «{{allowedStrings}}»',
} as const
