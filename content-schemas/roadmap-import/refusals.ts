import { RoadmapImportError } from './roadmap-import-error.ts'

/** The refusal of a file whose insides do not hold together. */
export function damagedFile(): RoadmapImportError {
  return new RoadmapImportError(
    'not-text',
    'Файл повреждён или загружен не до конца. Откройте его в своей программе, сохраните заново и загрузите снова.',
  )
}

/** The refusal of a file that holds far more than a roadmap. */
export function overlargeFile(): RoadmapImportError {
  return new RoadmapImportError(
    'too-large',
    'Документ слишком большой. Оставьте в нём только дорожную карту.',
  )
}

/** The refusal of a file that only its owner's password opens. */
export function lockedFile(): RoadmapImportError {
  return new RoadmapImportError(
    'not-text',
    'Файл закрыт паролем. Снимите пароль, сохраните файл и загрузите его снова.',
  )
}
