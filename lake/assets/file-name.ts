const MAX_LENGTH = 200

/**
 * A file's name as people gave it, without folders, control characters and the marks that turn text around (with them
 * `тест\u202Efdp.exe` looks like a PDF).
 * @returns '' when nothing is left
 */
export function cleanFileName(text: string): string {
  const name = text.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>:|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '')
  return plain.length <= MAX_LENGTH ? plain : shorten(plain)
}

/**
 * A `Content-Disposition` value. The name keeps its Russian letters (RFC 6266), and always ends as the content says.
 * @param extension without a dot
 */
export function writeDisposition(kind: 'inline' | 'attachment', text: string, extension: string): string {
  const cleaned = cleanFileName(text) || 'file'
  const name = cleaned.toLowerCase().endsWith(`.${extension}`) ? cleaned : `${cleaned}.${extension}`
  const ascii = name.replace(/[^\x20-\x7e]|[%\\]/g, '_')
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(name)}`
}

function shorten(name: string): string {
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return name.slice(0, MAX_LENGTH - extension.length).toWellFormed() + extension
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
