/** Russian for the Canvas application. */
export const canvas = {
  'action.edit-document': 'Править в Canvas',
  'action.link-document': 'Связать с Canvas',
  'action.link-document-disabled.initial-value-not-resolved':
    'Подождите, пока подставятся начальные значения',
  'action.link-document-disabled.missing-permissions': 'Вам нельзя связать этот документ с Canvas',
  'action.link-document-disabled.not-in-dashboard':
    'Чтобы связать документ с Canvas, откройте его в Dashboard',
  'action.link-document-disabled.version-document': 'Документы из выпусков связать с Canvas пока нельзя',
  'action.unlink-document': 'Отвязать от Canvas',
  'banner.edit-document-in-canvas': 'Править в Canvas',
  'banner.linked-to-canvas': 'Документ связан с Canvas',
  'dialog.confirm-document-changes.cancel': 'Отмена',
  'dialog.confirm-document-changes.confirm': 'Согласиться и продолжить',
  'dialog.confirm-document-changes.description':
    'Чтобы документ подошёл для Canvas, его нужно изменить.\n Часть содержания может поменяться или пропасть.',
  'dialog.confirm-document-changes.footer-description': 'Отвязать документ от Canvas можно когда угодно',
  'dialog.confirm-document-changes.title': 'Подтвердите изменения документа',
  'dialog.link-to-canvas.error': 'Связать с Canvas не удалось',
  'dialog.link-to-canvas.redirecting': 'Переходим в Canvas, чтобы закончить…',
  'dialog.link-to-canvas.title': 'Связать с Canvas',
  'dialog.link-to-canvas.validating': 'Проверяем',
  'dialog.unlink-from-canvas.cancel': 'Отмена',
  'dialog.unlink-from-canvas.description':
    'После этого документ можно будет править здесь, а правки в Canvas в него больше не попадут.',
  'dialog.unlink-from-canvas.error': 'Отвязать от Canvas не удалось',
  'dialog.unlink-from-canvas.success': 'Документ отвязан от Canvas',
  'dialog.unlink-from-canvas.title': 'Отвязать от Canvas',
  'dialog.unlink-from-canvas.unlink-action': 'Отвязать',
  'dialog.unlink-from-canvas.unlinking': 'Отвязать <strong>«{{documentTitle}}»</strong> от Canvas.',
  'navigate-to-canvas-doc.error.missing-permissions': 'Не хватает прав, чтобы открыть Canvas',
} as const
