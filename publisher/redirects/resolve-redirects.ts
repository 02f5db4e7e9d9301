import type { FormerAddress } from './former-address.ts'

/** Former addresses of former addresses are followed so far. */
const DEEPEST = 5

/**
 * Where each former path leads: always to a page that is there, never to another former path. What was below a former
 * address leads to what is below the present one. An address that is used anew leads nowhere else.
 *
 * @param former in any order: the result does not depend on it
 * @param addressOf path of the page that shows a document now; null when there is none
 * @param paths every path of the site
 */
export function resolveRedirects(
  former: Iterable<FormerAddress>,
  addressOf: (id: string) => string | null,
  paths: ReadonlySet<string>,
): Map<string, string> {
  const rules = prefixRules(former, addressOf)
  const found = new Map<string, string>()
  if (rules.size === 0) return found
  let level: Iterable<readonly [path: string, target: string]> = [...paths].map((path) => [path, path])
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const next = new Map<string, string>()
    for (const [path, target] of level) {
      for (const candidate of formerPaths(path, rules)) {
        if (paths.has(candidate) || found.has(candidate)) continue
        const rival = next.get(candidate)
        if (rival === undefined || target < rival) next.set(candidate, target)
      }
    }
    if (next.size === 0) break
    for (const [path, target] of next) found.set(path, target)
    level = next
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Former prefixes by present prefix. */
function prefixRules(
  former: Iterable<FormerAddress>,
  addressOf: (id: string) => string | null,
): Map<string, string[]> {
  const rules = new Map<string, string[]>()
  for (const { address, target } of former) {
    const present = addressOf(target)
    if (present === null || present === address || present.includes('#')) continue
    for (const [from, to] of [[address, present], ...practicesOfRegion(address, present)] as const) {
      rules.set(to, [...(rules.get(to) ?? []), from])
    }
  }
  return rules
}

/** The practices of a region stand among the practices, under the region's name. */
function practicesOfRegion(from: string, to: string): [string, string][] {
  const [before, after] = [from, to].map((path) => /^\/regiony\/([^/]+)\/$/.exec(path)?.[1])
  if (before === undefined || after === undefined) return []
  return [[`/praktiki/region/${before}/`, `/praktiki/region/${after}/`]]
}

function* formerPaths(path: string, rules: ReadonlyMap<string, readonly string[]>): Iterable<string> {
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    const rest = path.slice(end + 1)
    for (const before of rules.get(path.slice(0, end + 1)) ?? []) yield `${before}${rest}`
  }
}
