/** Letters set apart by single spaces, at least four: «с е н т я б р ь». */
const SPREAD = /(?<![\p{L}\p{N}])\p{L}(?:[ \u00a0]\p{L}){3,79}(?![\p{L}\p{N}])/gu
/** Whatever holds spread letters holds this, which is looked for ten times as fast. */
const SPREAD_SIGNS = /\S[ \u00a0]\S[ \u00a0]\S[ \u00a0]\S/u

/** A run of spread letters and the words it spells. */
export interface JoinedLetters {
  from: string
  to: string
}

/**
 * Puts letters together that were set apart for looks. Wider spaces part words, else the fewest known words that fit
 * are taken; a long run that spells none is one word, a short one is left as it is.
 */
export function joinSpreadLetters(
  text: string,
  isWord: (folded: string) => boolean,
): { text: string; joined: JoinedLetters[] } {
  const joined: JoinedLetters[] = []
  if (!SPREAD_SIGNS.test(text)) return { text, joined }
  const whole = text.replaceAll(SPREAD, (run) => {
    const letters = run.replaceAll(/[ \u00a0]/g, '')
    const words = spell(letters, isWord)
    const spelt =
      words !== null && words.length * 3 <= letters.length ? words.join(' ') : whollyUnknown(letters)
    if (spelt === null) return run
    joined.push({ from: run, to: spelt })
    return spelt
  })
  return { text: whole, joined }
}

/** No sentence has six words of one letter in a row: they are one word, unless they count («А Б В Г Д Е»). */
function whollyUnknown(letters: string): string | null {
  const folded = letters.toLowerCase()
  const counts = 'абвгдежзийклмнопрстуфхцчшщэюя'.includes(folded)
  return letters.length > 5 && !counts && (folded.match(/[аеёиоуыэюя]/g)?.length ?? 0) > 1 ? letters : null
}

/** The fewest known words that letters spell one after another; null when they spell none. */
export function spell(letters: string, isWord: (folded: string) => boolean): string[] | null {
  const folded = letters.toLowerCase().replaceAll('ё', 'е')
  const best: (string[] | null)[] = [[]]
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null
    for (let start = Math.max(0, end - 30); start < end; start += 1) {
      const before = best[start]
      const found = best[end]
      if (!before || (found && found.length <= before.length + 1)) continue
      if (isWord(folded.slice(start, end))) best[end] = [...before, letters.slice(start, end)]
    }
  }
  return best[letters.length] ?? null
}
