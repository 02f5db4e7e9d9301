/** Path of the picture that goes with links to the page at this path, which must have one beside it. */
export function coverOf(path: string): string {
  return `${path}oblozhka.png`
}
