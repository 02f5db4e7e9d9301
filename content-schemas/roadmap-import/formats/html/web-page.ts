import { decodeBytes } from '../../text/decode-bytes.ts'
import { recogniseFile } from '../file-kind.ts'

/** Whether a text is HTML: a page, or a table somewhere near its beginning. */
export function looksLikeHtml(text: string): boolean {
  return (
    /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html|<table|<meta|<body|<head|<div|<p[\s>]|<b |version:\d)/i.test(
      text.slice(0, 1000),
    ) || /<table[\s>][\s\S]{0,2000}<t[rdh][\s>]/i.test(text.slice(0, 200_000))
  )
}

/**
 * The page inside a web archive (.mht, «Веб-страница в одном файле»); null when the bytes are none or hold no page.
 * @throws {RoadmapImportError} when the page is no text
 */
export function unpackWebArchive(bytes: Uint8Array): string | null {
  if (recogniseFile(bytes) !== 'web-archive') return null
  const source = new TextDecoder('latin1').decode(bytes)
  const part = /content-type:\s*text\/html/i.exec(source)
  if (!part) return null
  const headersStart = Math.max(0, source.lastIndexOf('\n--', part.index))
  const headersEnd = /\r?\n\r?\n/.exec(source.slice(part.index))
  if (!headersEnd) return null
  const bodyStart = part.index + headersEnd.index + headersEnd[0].length
  const headers = source.slice(headersStart, bodyStart)
  const bodyEnd = source.indexOf('\n--', bodyStart)
  const body = source.slice(bodyStart, bodyEnd < 0 ? undefined : bodyEnd)
  return decodeBytes(decodeTransfer(body, headers))
}

function decodeTransfer(body: string, headers: string): Uint8Array {
  if (/content-transfer-encoding:\s*quoted-printable/i.test(headers)) {
    const letters = body
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return toBytes(letters)
  }
  if (!/content-transfer-encoding:\s*base64/i.test(headers)) return toBytes(body)
  try {
    return toBytes(atob(body.replaceAll(/[^A-Za-z0-9+/=]/g, '')))
  } catch {
    return toBytes(body)
  }
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
