import { READABLE_FORMATS } from '../readable-formats.ts'
import { damagedFile, lockedFile } from '../refusals.ts'
import { RoadmapImportError } from '../roadmap-import-error.ts'
import { type FileKind, recogniseFile } from './file-kind.ts'

/** What each kind of file that cannot be read is, and what to do instead. */
const REFUSALS: Partial<Record<FileKind, string>> = {
  'old-word':
    'Это документ старого Word (.doc): его внутреннее устройство закрыто. Откройте его в Word или LibreOffice и сохраните как .docx.',
  'old-excel':
    'Это таблица старого Excel (.xls): её внутреннее устройство закрыто. Откройте её в Excel или LibreOffice и сохраните как .xlsx.',
  'old-powerpoint':
    'Это презентация PowerPoint, а не документ. Скопируйте таблицу дорожной карты в Word и сохраните как .docx.',
  'old-office': 'Это файл старой программы. Откройте его в ней и сохраните как .docx, .xlsx или .pdf.',
  archive: 'Это архив. Распакуйте его и загрузите документ из него.',
  image: `Это картинка: букв в ней нет, только их изображение. Распознайте текст (например, в Яндекс Диске или FineReader) или возьмите исходный документ: ${READABLE_FORMATS}.`,
  video: `Это видео или звук, а не документ. Нужен файл с текстом: ${READABLE_FORMATS}.`,
  program: `Это программа, а не документ. Нужен файл с текстом: ${READABLE_FORMATS}.`,
  'word-xml':
    'Это документ Office, сохранённый как XML. Откройте его в Word или Excel и сохраните как .docx или .xlsx.',
}

/** The refusal of a kind of file that is not read. */
export function refuseKind(kind: FileKind): RoadmapImportError {
  if (kind === 'empty') return new RoadmapImportError('empty', 'Файл пустой: в нём нечего читать.')
  if (kind === 'locked-office') return lockedFile()
  const message = REFUSALS[kind]
  return message === undefined ? damagedFile() : new RoadmapImportError('not-text', message)
}

/** The refusal of a file whose kind is known and is not read; null for all others. */
export function refuseByKind(bytes: Uint8Array): RoadmapImportError | null {
  const kind = recogniseFile(bytes)
  return kind === 'locked-office' || REFUSALS[kind] !== undefined ? refuseKind(kind) : null
}

/** The refusal of a zip archive that is no document which can be read, by the names of its files. */
export function refuseArchive(names: readonly string[]): RoadmapImportError {
  return new RoadmapImportError('not-text', explainArchive(names))
}

function explainArchive(names: readonly string[]): string {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^ppt\//)) {
    return 'Это презентация PowerPoint (.pptx), а не документ. Скопируйте таблицу дорожной карты в Word и сохраните как .docx.'
  }
  if (has(/^xl\/workbook\.bin$/)) {
    return 'Это двоичная таблица Excel (.xlsb). Откройте её в Excel и сохраните как .xlsx.'
  }
  if (has(/^Index\/.*\.iwa$|^Index\.zip$|^index\.apxl$/i)) {
    return 'Это документ Apple (.pages, .numbers или .key). Откройте его в своей программе и выберите «Экспортировать в…»: .docx или .pdf.'
  }
  if (has(/^OEBPS\/|\.xhtml$/i))
    return 'Это электронная книга (.epub). Нужен исходный документ: .docx, .odt или .pdf.'
  if (has(/^FixedDocSeq\.fdseq$/i)) return 'Это файл .xps. Откройте его и сохраните как .pdf.'
  return 'Это архив, а не документ. Распакуйте его и загрузите документ из него.'
}
