import { dataError, type LakeError } from '../errors.ts'

/** An upload that is refused; the Studio shows the Russian message to the editor. */
export function uploadRefused(message: string): LakeError {
  return dataError(400, 'assetRefusedError', message)
}

/** @param maxBytes the limit that was passed */
export function uploadTooLarge(maxBytes: number): LakeError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024)
  return dataError(413, 'assetTooLargeError', `Файл больше ${megabytes} МБ. Уменьшите его и загрузите снова.`)
}
