/** Pages that show something old and wait to be rendered, the most telling first. */
export interface PendingPages {
  /**
   * A page that is being rendered waits again: what comes of that is out of date.
   * @param reads how many things the page depends on: pages of single documents depend on few, lists on many
   */
  add(path: string, reads: number): void
  delete(path: string): void
  /** Whether a page waits or is being rendered. */
  has(path: string): boolean
  /** Hands out the next ones to be rendered as one piece; they stay until `finish`. */
  handOut(most: number): { piece: number; paths: string[] }
  /** Takes a rendered page out. @returns whether what was rendered in this piece is still wanted */
  finish(path: string, piece: number): boolean
  /** Lets everything wait that was handed out. */
  takeBack(): void
  paths(): Iterable<string>
  /** How many wait or are being rendered. */
  readonly size: number
  /** How many wait. */
  readonly waiting: number
}

/** Pages that depend on more than so many things wait for those that depend on fewer. */
const BOUNDS = [30, 120, 600] as const

export function createPendingPages(): PendingPages {
  const classes = [...BOUNDS, Infinity].map(() => new Set<string>())
  /** Pages that are being rendered, and in which piece. */
  const handedOut = new Map<string, number>()
  let pieces = 0

  function add(path: string, reads: number): void {
    handedOut.delete(path)
    if (classes.some((pages) => pages.has(path))) return
    const place = BOUNDS.findIndex((bound) => reads <= bound)
    classes.at(place)?.add(path)
  }

  function take(most: number): string[] {
    const taken: string[] = []
    for (const pages of classes) {
      for (const path of pages) {
        if (taken.length === most) return taken
        pages.delete(path)
        taken.push(path)
      }
    }
    return taken
  }

  function countWaiting(): number {
    return classes.reduce((sum, pages) => sum + pages.size, 0)
  }

  return {
    add,
    has: (path) => handedOut.has(path) || classes.some((pages) => pages.has(path)),
    delete(path) {
      handedOut.delete(path)
      for (const pages of classes) pages.delete(path)
    },
    handOut(most) {
      const paths = take(most)
      pieces += 1
      for (const path of paths) handedOut.set(path, pieces)
      return { piece: pieces, paths }
    },
    finish: (path, piece) => handedOut.get(path) === piece && handedOut.delete(path),
    takeBack() {
      for (const path of handedOut.keys()) add(path, 0)
    },
    *paths() {
      yield* handedOut.keys()
      for (const pages of classes) yield* pages
    },
    get size() {
      return handedOut.size + countWaiting()
    },
    get waiting() {
      return countWaiting()
    },
  }
}
