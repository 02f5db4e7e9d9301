/** A term of the glossary as a text may use it. */
export interface Term {
  /** Anchor in the glossary. */
  readonly id: string
  readonly term: string
  readonly definition: string
  /** Ways to write the term in a text. */
  readonly pattern: RegExp
}

/** A piece of a text: plain, or words that stand for a term. */
export type TextPiece = { readonly text: string; readonly term: Term | null }

/** A term with its pattern: any case and number of its words, or an abbreviation as it is written. */
export function readTerm(id: string, term: string, definition: string, synonyms: readonly string[]): Term {
  const short = synonyms.filter((synonym) => /^[А-ЯЁ]{2,}$/.test(synonym))
  const ways = [
    term
      .split(/\s+/)
      .map(anyForm)
      .join(String.raw`[\s\u00A0]+`),
    ...short,
  ]
  const source = ways.map((way) => `(?:${way})`).join('|')
  return {
    id,
    term,
    definition,
    pattern: new RegExp(String.raw`(?<![\p{L}\d-])(?:${source})(?![\p{L}\d-])`, 'u'),
  }
}

/**
 * Cuts a text at the first use of each term that was not met before; longer terms go first. Terms that are met are
 * added to `met`.
 */
export function findTerms(text: string, terms: readonly Term[], met: Set<string>): TextPiece[] {
  let pieces: TextPiece[] = [{ text, term: null }]
  for (const term of terms.toSorted((a, b) => b.term.length - a.term.length)) {
    if (met.has(term.id)) continue
    const place = pieces.findIndex((piece) => piece.term === null && term.pattern.test(piece.text))
    const piece = pieces[place]
    const found = piece === undefined ? null : term.pattern.exec(piece.text)
    if (piece === undefined || found === null) continue
    met.add(term.id)
    const end = found.index + found[0].length
    const cut = [
      { text: piece.text.slice(0, found.index), term: null },
      { text: found[0], term },
      { text: piece.text.slice(end), term: null },
    ].filter((part) => part.text !== '')
    pieces = pieces.toSpliced(place, 1, ...cut)
  }
  return pieces
}

/** A word with any ending, its first letter in either case; short words have one form. */
function anyForm(word: string): string {
  const [first = '', ...rest] = word.toLowerCase().replaceAll(/[^\p{L}-]/gu, '')
  if (rest.length < 3) return `[${first.toUpperCase()}${first}]${rest.join('')}`
  const stem = rest.join('').replace(/(?:ый|ий|ая|яя|ое|ее|ые|ие|[аяоеыийуью])$/u, '')
  return `[${first.toUpperCase()}${first}]${stem}[а-яё]{0,3}`
}
