/** A piece of a rich text file. */
export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; word: string; value: number | null }
  /** Bytes of text in the code page of the font, each as a letter with the byte's number. */
  | { type: 'bytes'; bytes: string }

const CONTROL_WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const PLAIN = /[^\\{}\r\n]+/y

/** Reads the tokens of a rich text file given as a string of bytes, one letter a byte. */
export function* readRtfTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const sign = source[at]
    if (sign === '{' || sign === '}') {
      yield { type: sign === '{' ? 'open' : 'close' }
      at += 1
    } else if (sign === '\r' || sign === '\n' || sign === '\0') at += 1
    else if (sign === '\\') {
      const { token, end } = readControl(source, at + 1)
      if (token) yield token
      at = end
    } else {
      PLAIN.lastIndex = at
      const bytes = PLAIN.exec(source)?.[0] ?? sign ?? ''
      yield { type: 'bytes', bytes }
      at += bytes.length
    }
  }
}

/** Reads what follows a backslash. */
function readControl(source: string, at: number): { token: RtfToken | null; end: number } {
  CONTROL_WORD.lastIndex = at
  const match = CONTROL_WORD.exec(source)
  if (match) {
    const word = match[1] ?? ''
    const value = match[2] === undefined ? null : Number(match[2])
    const end = CONTROL_WORD.lastIndex
    // Raw bytes of a picture follow, braces and backslashes among them.
    if (word === 'bin') return { token: null, end: end + Math.max(0, value ?? 0) }
    return { token: { type: 'word', word, value }, end }
  }
  const sign = source[at] ?? ''
  if (sign === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16)
    const bytes = Number.isNaN(byte) ? '' : String.fromCharCode(byte)
    return { token: { type: 'bytes', bytes }, end: at + 3 }
  }
  if (sign === '\r' || sign === '\n')
    return { token: { type: 'word', word: 'par', value: null }, end: at + 1 }
  return { token: { type: 'word', word: sign, value: null }, end: at + 1 }
}
