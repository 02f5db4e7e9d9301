import { transliterate } from '#content/text/transliterate.ts'

/** An organisation that has a page or a draft already. */
export interface KnownOrganization {
  _id: string
  name: string
  fullName: string
  slug: string
  /** Name of its region; null when it has none. */
  region: string | null
}

/** Alike enough to be offered, and alike enough to be taken for the same. */
const OFFERED = 0.5
const SAME = 0.85

/** Organisations whose names are like a name, the most alike first; numbers («№ 7») must agree. */
export function findSimilar(
  name: string,
  organizations: readonly KnownOrganization[],
): { organization: KnownOrganization; same: boolean }[] {
  return organizations
    .map((organization) => ({
      organization,
      likeness: Math.max(compare(name, organization.name), compare(name, organization.fullName)),
    }))
    .filter(({ likeness }) => likeness >= OFFERED)
    .toSorted((one, other) => other.likeness - one.likeness)
    .map(({ organization, likeness }) => ({ organization, same: likeness >= SAME }))
}

/** The one that a document most likely means: the same name, and no other region than the document's. */
export function guessOrganization(
  name: string,
  region: string | null,
  organizations: readonly KnownOrganization[],
): KnownOrganization | null {
  const found = findSimilar(name, organizations).find(
    ({ same, organization }) =>
      same && (region === null || organization.region === null || organization.region === region),
  )
  return found?.organization ?? null
}

/** Id and address for a new organisation; schools of the same name in other regions have theirs already. */
export function addressNew(
  name: string,
  region: string | null,
  organizations: readonly KnownOrganization[],
): { _id: string; slug: string } {
  const plain = transliterate(name, 60) || 'bez-nazvaniya'
  const candidates = [plain, `${plain}-${transliterate(region ?? 'novaya', 40)}`]
  const taken = new Set(organizations.flatMap(({ _id, slug }) => [_id, slug]))
  const isFree = (slug: string) => !taken.has(slug) && !taken.has(`organization-${slug}`)
  let slug = candidates.find(isFree) ?? plain
  for (let count = 2; !isFree(slug); count += 1) slug = `${plain}-${count}`
  return { _id: `organization-${slug}`, slug }
}

/** From 0 to 1, by the pairs of letters that two names share; 0 when their numbers differ. */
function compare(one: string, other: string): number {
  const [first, second] = [fold(one), fold(other)]
  if (first === '' || second === '' || numbersOf(first) !== numbersOf(second)) return 0
  const [mine, theirs] = [pairsOf(first), pairsOf(second)]
  let common = 0
  for (const pair of mine) if (theirs.has(pair)) common += 1
  return (2 * common) / (mine.size + theirs.size)
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function numbersOf(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ')
}

function pairsOf(name: string): Set<string> {
  const letters = ` ${name} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}
