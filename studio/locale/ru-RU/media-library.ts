/** Russian for the media library. */
export const mediaLibrary = {
  'invalid-video-warning.description': 'В этом поле не видео. Очистите поле, и можно будет выбрать новое.',
  'invalid-video-warning.reset-button.text': 'Очистить поле',
  'invalid-video-warning.title': 'В поле не видео',
  'video-error.description': 'Видео загрузить не удалось',
  'video-error.retry-button.text': 'Повторить',
} as const
