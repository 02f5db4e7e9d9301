/** Russian for uploaded files and pictures. */
export const assets = {
  'asset-source.asset-list.menu.delete': 'Удалить',
  'asset-source.asset-list.menu.show-usage': 'Где используется',
  'asset-source.asset-usage-dialog.header_file': 'Документы с этим файлом',
  'asset-source.asset-usage-dialog.header_image': 'Документы с этой картинкой',
  'asset-source.asset-usage-dialog.loading': 'Загрузка…',
  'asset-source.browse-button.text': 'Выбрать',
  'asset-source.delete-dialog.action.cancel': 'Отмена',
  'asset-source.delete-dialog.action.delete': 'Удалить',
  'asset-source.delete-dialog.header_file': 'Удалить файл',
  'asset-source.delete-dialog.header_image': 'Удалить картинку',
  'asset-source.delete-dialog.loading': 'Загрузка…',
  'asset-source.delete-dialog.usage-list.confirm-delete-file_named':
    'Удалить файл <strong>{{filename}}</strong> и сведения о нём?',
  'asset-source.delete-dialog.usage-list.confirm-delete-file_unnamed': 'Удалить файл и сведения о нём?',
  'asset-source.delete-dialog.usage-list.confirm-delete-image_named':
    'Удалить картинку <strong>{{filename}}</strong> и сведения о ней?',
  'asset-source.delete-dialog.usage-list.confirm-delete-image_unnamed': 'Удалить картинку и сведения о ней?',
  'asset-source.delete-dialog.usage-list.image-preview-alt': 'Уменьшенная картинка',
  'asset-source.delete-dialog.usage-list.warning-file-is-in-use_named':
    'Файл {{filename}} удалить нельзя: он используется. Сначала уберите его отовсюду.',
  'asset-source.delete-dialog.usage-list.warning-file-is-in-use_unnamed':
    'Этот файл удалить нельзя: он используется. Сначала уберите его отовсюду.',
  'asset-source.delete-dialog.usage-list.warning-image-is-in-use_named':
    'Картинку {{filename}} удалить нельзя: она используется. Сначала уберите её отовсюду.',
  'asset-source.delete-dialog.usage-list.warning-image-is-in-use_unnamed':
    'Эту картинку удалить нельзя: она используется. Сначала уберите её отовсюду.',
  'asset-source.dialog.accept-message':
    'Показаны только файлы подходящих видов: <strong>{{acceptTypes}}</strong>',
  'asset-source.dialog.button.cancel': 'Отмена',
  'asset-source.dialog.button.select': 'Выбрать',
  'asset-source.dialog.insert-asset-error': 'Файл вставить не удалось. Подробности — в консоли браузера.',
  'asset-source.dialog.load-error': 'Список файлов загрузить не удалось',
  'asset-source.dialog.load-more': 'Показать ещё',
  'asset-source.dialog.no-assets_file': 'Файлов нет',
  'asset-source.dialog.no-assets_image': 'Картинок нет',
  'asset-source.file.asset-list.action.delete.disabled-cannot-delete-current-file':
    'Нельзя удалить файл, который сейчас выбран',
  'asset-source.file.asset-list.action.delete.text': 'Удалить',
  'asset-source.file.asset-list.action.delete.title': 'Удалить файл',
  'asset-source.file.asset-list.action.select-file.title': 'Выбрать файл {{filename}}',
  'asset-source.file.asset-list.action.show-usage.title': 'Где используется',
  'asset-source.file.asset-list.delete-failed': 'Файл удалить не удалось',
  'asset-source.file.asset-list.delete-successful': 'Файл удалён',
  'asset-source.file.asset-list.header.date-added': 'Когда добавлен',
  'asset-source.file.asset-list.header.filename': 'Имя файла',
  'asset-source.file.asset-list.header.size': 'Размер',
  'asset-source.file.asset-list.header.type': 'Вид',
  'asset-source.file.title': 'Загруженные файлы',
  'asset-source.image.asset-list.delete-failed': 'Картинку удалить не удалось',
  'asset-source.image.asset-list.delete-successful': 'Картинка удалена',
  'asset-source.image.title': 'Загруженные картинки',
  'asset-source.usage-list.documents-using-file_named_one':
    'Файл <code>{{filename}}</code> используется в {{count}} документе',
  'asset-source.usage-list.documents-using-file_named_few':
    'Файл <code>{{filename}}</code> используется в {{count}} документах',
  'asset-source.usage-list.documents-using-file_named_many':
    'Файл <code>{{filename}}</code> используется в {{count}} документах',
  'asset-source.usage-list.documents-using-file_named_other':
    'Файл <code>{{filename}}</code> используется в {{count}} документа',
  'asset-source.usage-list.documents-using-file_named_zero':
    'Файл <code>{{filename}}</code> нигде не используется',
  'asset-source.usage-list.documents-using-file_unnamed_one': 'Этот файл используется в {{count}} документе',
  'asset-source.usage-list.documents-using-file_unnamed_few': 'Этот файл используется в {{count}} документах',
  'asset-source.usage-list.documents-using-file_unnamed_many':
    'Этот файл используется в {{count}} документах',
  'asset-source.usage-list.documents-using-file_unnamed_other':
    'Этот файл используется в {{count}} документа',
  'asset-source.usage-list.documents-using-file_unnamed_zero': 'Этот файл нигде не используется',
  'asset-source.usage-list.documents-using-image_named_one':
    'Картинка <code>{{filename}}</code> используется в {{count}} документе',
  'asset-source.usage-list.documents-using-image_named_few':
    'Картинка <code>{{filename}}</code> используется в {{count}} документах',
  'asset-source.usage-list.documents-using-image_named_many':
    'Картинка <code>{{filename}}</code> используется в {{count}} документах',
  'asset-source.usage-list.documents-using-image_named_other':
    'Картинка <code>{{filename}}</code> используется в {{count}} документа',
  'asset-source.usage-list.documents-using-image_named_zero':
    'Картинка <code>{{filename}}</code> нигде не используется',
  'asset-source.usage-list.documents-using-image_unnamed_one':
    'Эта картинка используется в {{count}} документе',
  'asset-source.usage-list.documents-using-image_unnamed_few':
    'Эта картинка используется в {{count}} документах',
  'asset-source.usage-list.documents-using-image_unnamed_many':
    'Эта картинка используется в {{count}} документах',
  'asset-source.usage-list.documents-using-image_unnamed_other':
    'Эта картинка используется в {{count}} документа',
  'asset-source.usage-list.documents-using-image_unnamed_zero': 'Эта картинка нигде не используется',
  'asset-sources.common.uploader.upload-failed.description': 'Подробности — в консоли браузера.',
  'asset-sources.common.uploader.upload-failed.title': 'Загрузить не удалось',
  'asset-sources.dataset.file.title': 'Файлы сайта',
  'asset-sources.dataset.image.title': 'Картинки сайта',
  'asset-sources.media-library.error.library-could-not-be-resolved':
    'Не удалось найти медиатеку этого проекта.',
  'asset-sources.media-library.error.no-media-library-provisioned': 'У этой организации нет медиатеки.',
  'asset-sources.media-library.file.title': 'Медиатека',
  'asset-sources.media-library.image.title': 'Медиатека',
  'asset-sources.media-library.open-in-source-dialog.button.done': 'Готово',
  'asset-sources.media-library.open-in-source-dialog.button.select-new-asset':
    'Выбрать другой файл для поля «{{targetTitle}}»',
  'asset-sources.media-library.open-in-source-dialog.button.select-new-asset-fallback': 'Выбрать другой файл',
  'asset-sources.media-library.open-in-source-dialog.title': 'Изменить файл',
  'asset-sources.media-library.upload-dialog.title': 'Загрузить в медиатеку',
  'asset-sources.media-library.warning.file-already-exist.description':
    'Используется файл, который уже есть в медиатеке.',
  'asset-sources.media-library.warning.file-already-exist.title': 'Файл «{{filename}}» уже есть',
} as const
