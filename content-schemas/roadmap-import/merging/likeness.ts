/** Words of a text by their stems, for comparing texts that were reworded. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.map((word) => (word.length > 6 ? word.slice(0, 6) : word)))
}

/** How much two sets of stems have in common, from 0 to 1 (Dice's coefficient); two empty sets are alike. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1
  let common = 0
  for (const stem of one) if (other.has(stem)) common += 1
  return (2 * common) / (one.size + other.size)
}
