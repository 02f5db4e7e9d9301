/** Code pages by the character set that a font of rich text names; the rest take the page of the document. */
const PAGES: Readonly<Record<number, string>> = {
  77: 'macintosh',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
}
const SYMBOLS = 2

/** Letters of a byte string in the code pages of a rich text file. */
export class RtfCodePages {
  readonly #tables = new Map<string, readonly string[]>()
  readonly #fonts = new Map<number, number>()
  #page = 'windows-1251'

  /** Takes the code page that the document names; those that are unknown count as windows-1251. */
  setPage(number: number): void {
    const name = number === 866 ? 'ibm866' : number === 10007 ? 'x-mac-cyrillic' : `windows-${number}`
    this.#page =
      number === 866 || number === 10007 || (number >= 1250 && number <= 1258) ? name : 'windows-1251'
  }

  addFont(font: number, charset: number): void {
    this.#fonts.set(font, charset)
  }

  decode(bytes: string, font: number | null): string {
    const charset = font === null ? undefined : this.#fonts.get(font)
    const table = this.#tableOf(PAGES[charset ?? 0] ?? this.#page)
    return Array.from(bytes, (byte) => {
      const code = byte.charCodeAt(0)
      if (code < 128) return byte
      return charset === SYMBOLS ? '•' : (table[code] ?? byte)
    }).join('')
  }

  #tableOf(page: string): readonly string[] {
    const known = this.#tables.get(page)
    if (known) return known
    const letters = Array.from(
      new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
    )
    this.#tables.set(page, letters)
    return letters
  }
}
