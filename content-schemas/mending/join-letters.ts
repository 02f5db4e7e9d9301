/** Letters set apart by single spaces, at least four: «с е н т я б р ь». */
const SPREAD = /(?<![\p{L}\p{N}])\p{L}(?:[ \u00a0]\p{L}){3,79}(?![\p{L}\p{N}])/gu

/** A run of spread letters and the words it spells. */
export interface JoinedLetters {
  from: string
  to: string
}

/**
 * Finds letters that were set apart for looks and spell known words when they are put together; a run that spells
 * none is left as it is. Wider spaces part words, else the fewest words that fit are taken.
 */
export function joinSpreadLetters(
  text: string,
  isWord: (folded: string) => boolean,
): { text: string; joined: JoinedLetters[] } {
  const joined: JoinedLetters[] = []
  const whole = text.replaceAll(SPREAD, (run) => {
    const letters = run.replaceAll(/[ \u00a0]/g, '')
    const words = spell(letters, isWord)
    if (words === null || words.length * 3 > letters.length) return run
    joined.push({ from: run, to: words.join(' ') })
    return words.join(' ')
  })
  return { text: whole, joined }
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
