/** A word that the site uses, with the number of times. */
export type WordCounts = ReadonlyMap<string, number>

/**
 * The question with its misspelt words replaced by the nearest words that the site uses: «наставнки» → «наставники».
 * A short word may differ in one letter, one of six letters or more in two; a swap of neighbours is one difference.
 * @returns null when every word is known, or when none of the unknown ones has a near word
 */
export function suggestQuery(text: string, known: WordCounts): string | null {
  const words = text.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean)
  const suggested = words.map((word) =>
    known.has(word) || word.length < 4 ? word : (nearestWord(word, known) ?? word),
  )
  return suggested.some((word, place) => word !== words[place]) ? suggested.join(' ') : null
}

function nearestWord(word: string, known: WordCounts): string | null {
  const most = word.length < 6 ? 1 : 2
  let best: { word: string; distance: number; count: number } | null = null
  for (const [candidate, count] of known) {
    if (Math.abs(candidate.length - word.length) > most) continue
    const distance = editDistance(word, candidate)
    if (distance > most) continue
    const better =
      best === null ||
      distance < best.distance ||
      (distance === best.distance && (count > best.count || (count === best.count && candidate < best.word)))
    if (better) best = { word: candidate, distance, count }
  }
  return best?.word ?? null
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1)
      current.push(cost)
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
