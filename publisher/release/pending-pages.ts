/** Pages that show something old and wait to be rendered, the most telling first. */
export interface PendingPages {
  /** @param reads how many things the page depends on: pages of single documents depend on few, lists on many */
  add(path: string, reads: number): void
  delete(path: string): void
  has(path: string): boolean
  /** Takes the next ones out. */
  take(most: number): string[]
  paths(): Iterable<string>
  readonly size: number
}

/** Pages that depend on more than so many things wait for those that depend on fewer. */
const BOUNDS = [30, 120, 600] as const

export function createPendingPages(): PendingPages {
  const classes = [...BOUNDS, Infinity].map(() => new Set<string>())

  return {
    add(path, reads) {
      if (classes.some((pages) => pages.has(path))) return
      const place = BOUNDS.findIndex((bound) => reads <= bound)
      classes.at(place)?.add(path)
    },
    has: (path) => classes.some((pages) => pages.has(path)),
    delete(path) {
      for (const pages of classes) pages.delete(path)
    },
    take(most) {
      const taken: string[] = []
      for (const pages of classes) {
        for (const path of pages) {
          if (taken.length === most) return taken
          pages.delete(path)
          taken.push(path)
        }
      }
      return taken
    },
    *paths() {
      for (const pages of classes) yield* pages
    },
    get size() {
      return classes.reduce((sum, pages) => sum + pages.size, 0)
    },
  }
}
