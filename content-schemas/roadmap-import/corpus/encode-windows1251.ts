const SIGNS: Readonly<Record<string, number>> = {
  ё: 0xb8,
  Ё: 0xa8,
  '№': 0xb9,
  '«': 0xab,
  '»': 0xbb,
  '–': 0x96,
  '—': 0x97,
  '·': 0xb7,
  '\u00a0': 0xa0,
}

/** Text in windows-1251; letters that it lacks become «?». */
export function encodeWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    if (code < 128) return code
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return SIGNS[letter] ?? 0x3f
  })
}
