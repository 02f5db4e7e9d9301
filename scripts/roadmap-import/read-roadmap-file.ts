import { readFile, stat } from 'node:fs/promises'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import { RoadmapImportError } from '#content/roadmap-import/roadmap-import-error.ts'
import { NoRoadmapError } from '#content/roadmap-import/unread-document.ts'
import type { FileReading, ReadingTask } from './file-reading.ts'

const MAX_BYTES = 100_000_000
const SHOW_IT =
  'Если карта в нём есть, откройте файл в Студии («Импорт дорожной карты») и покажите таблицу сами.'

/** Reads one roadmap file; what cannot be read becomes a sentence, so that other files are read all the same. */
export async function readRoadmapFile({ path, fallbackName }: ReadingTask): Promise<FileReading> {
  try {
    if ((await stat(path)).size > MAX_BYTES) {
      return {
        problem: 'Файл больше 100 МБ. Оставьте в нём только дорожную карту или сохраните её отдельно.',
        code: 'too-large',
      }
    }
    const reading = await readRoadmapBytes(await readFile(path))
    return { roadmap: { outline: reading.outline, documents: outlineToDocuments(reading, { fallbackName }) } }
  } catch (error) {
    if (error instanceof NoRoadmapError) return { problem: `${error.message} ${SHOW_IT}`, code: error.code }
    if (error instanceof RoadmapImportError) return { problem: error.message, code: error.code }
    if (isSystemError(error)) return { problem: describe(error.code), code: 'no-file' }
    return {
      problem:
        'Файл не разобран: в нём встретилось то, чего программа не ждёт. Сохраните его в .docx и загрузите снова.',
      code: 'crash',
    }
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
}

function describe(code: string): string {
  if (code === 'ENOENT') return 'Файла нет: проверьте имя и папку.'
  if (code === 'EISDIR') return 'Это папка, а не файл.'
  if (code === 'EACCES') return 'Нет прав на чтение файла.'
  return `Файл не открывается (${code}).`
}
