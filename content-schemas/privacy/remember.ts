const MOST_REMEMBERED = 5000

/**
 * The function, whose last results are remembered: building patterns of names takes far longer than using them, and
 * the same names stand in many documents.
 */
export function remember<Result>(build: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= MOST_REMEMBERED) known.clear()
    const built = build(key)
    known.set(key, built)
    return built
  }
}
