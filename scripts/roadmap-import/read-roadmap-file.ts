import { readFile } from 'node:fs/promises'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { readRoadmapBytes } from '#content/roadmap-import/read-roadmap-file.ts'
import { RoadmapImportError } from '#content/roadmap-import/roadmap-import-error.ts'

/** A file's reading, or the sentence that says why there is none. */
export type FileReading = { reading: RoadmapReading } | { problem: string }

/** Reads one roadmap file; what cannot be read becomes a sentence, so that other files are read all the same. */
export async function readRoadmapFile(file: string): Promise<FileReading> {
  try {
    return { reading: await readRoadmapBytes(await readFile(file)) }
  } catch (error) {
    if (error instanceof RoadmapImportError) return { problem: error.message }
    if (isSystemError(error)) return { problem: describe(error.code) }
    throw error
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

function describe(code: string): string {
  if (code === 'ENOENT') return 'Файла нет: проверьте имя и папку.'
  if (code === 'EISDIR') return 'Это папка, а не файл.'
  if (code === 'EACCES') return 'Нет прав на чтение файла.'
  return `Файл не открывается (${code}).`
}
