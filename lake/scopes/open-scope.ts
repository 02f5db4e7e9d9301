import { documentState, draftId, publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { Committed } from '../listen/change-feed.ts'
import { findCandidates } from '../query/candidates.ts'
import { evaluateNow, parseQuery } from '../query/groq.ts'
import { planQuery } from '../query/plan.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Selection } from '../store/select-ids.ts'
import { compileFilter, valueAt, type ReadSet } from './compile-filter.ts'
import type { Scope } from './scope.ts'

/** A scope that keeps step with the dataset. */
export interface OpenScope {
  has(document: LakeDocument): boolean
  /**
   * Whether the document will be in the scope once these are written: ids that join a set count already, but nothing
   * else that they change about the sets does.
   */
  willHave(document: LakeDocument, written: readonly LakeDocument[]): boolean
  /** The filter with every set written out, for programs that see one document only. */
  describe(): string
  /** Selections that mean every document of the scope together, and perhaps others. */
  select(): readonly Selection[]
  /** Takes in a transaction. @returns ids that joined or left a set because of it */
  follow(committed: Committed): string[]
}

interface OpenSet {
  name: string
  filter: string
  uses: ReadonlySet<string>
  matches(document: LakeDocument, readSet: ReadSet): boolean
  path: readonly string[] | null
  /** What the set holds, by the published id of the document that brings it. */
  members: Map<string, string>
  /** The values of `members`. */
  values: Set<string>
}

type Documents = Pick<DocumentStore, 'get' | 'select'>

/** @throws Error when a filter is no GROQ */
export function openScope(scope: Scope, documents: Documents): OpenScope {
  const filter = compileFilter(scope.filter)
  const sets = scope.sets.map(openSet)
  const byName = new Map(sets.map((set) => [set.name, set]))
  const authoritative = (base: string) => documents.get(base) ?? documents.get(draftId(base))

  const readSet: ReadSet = (name) => {
    return byName.get(name)?.values ?? NOTHING
  }

  const fillIn = (uses: ReadonlySet<string>) =>
    Object.fromEntries([...uses].map((name) => [name, [...readSet(name)]]))

  function fill(set: OpenSet): void {
    const plan = planQuery(parseQuery(`*[${set.filter}]._id`, fillIn(set.uses)), documents)
    const found = evaluateNow(plan.tree, {
      ...plan,
      projectId: '',
      dataset: '',
      identity: '',
      now: new Date(0),
    })
    const members = new Map<string, string>()
    for (const id of Array.isArray(found) ? found : []) {
      if (typeof id !== 'string' || documentState(id) === 'version') continue
      const base = publishedId(id)
      const value = memberOf(set, authoritative(base))
      if (value !== null) members.set(base, value)
    }
    set.members = members
    set.values = new Set(members.values())
  }

  function memberOf(set: OpenSet, document: LakeDocument | undefined): string | null {
    if (!document || !set.matches(document, readSet)) return null
    const value = set.path ? valueAt(document, set.path) : publishedId(document._id)
    return typeof value === 'string' ? value : null
  }

  /** @returns ids that joined or left */
  function refresh(set: OpenSet, changed: Iterable<string>): string[] {
    const { members } = set
    const moved: string[] = []
    for (const base of changed) {
      const [before, after] = [members.get(base), memberOf(set, authoritative(base)) ?? undefined]
      if (before === after) continue
      if (after === undefined) members.delete(base)
      else members.set(base, after)
      moved.push(...[before, after].filter((value) => value !== undefined))
    }
    if (moved.length > 0) set.values = new Set(members.values())
    return moved
  }

  for (const set of sets) fill(set)

  return {
    has: (document) => filter.matches(document, readSet),
    willHave(document, written) {
      const joined = new Map<string, Set<string>>()
      const readWritten: ReadSet = (name) => joined.get(name) ?? readSet(name)
      for (const set of sets) {
        if (set.path) continue
        const ids = written.flatMap((one) => (set.matches(one, readWritten) ? [publishedId(one._id)] : []))
        if (ids.length > 0) joined.set(set.name, new Set([...readSet(set.name), ...ids]))
      }
      return filter.matches(document, readWritten)
    },
    describe: () =>
      scope.filter.replace(/\$([A-Za-z]\w*)/g, (_text, name: string) => JSON.stringify([...readSet(name)])),
    select: () => findCandidates(parseQuery(scope.filter, fillIn(filter.uses)))?.selections ?? [{}],
    follow(committed) {
      const changed = new Set(committed.changes.map(({ documentId }) => publishedId(documentId)))
      const moved: string[] = []
      const stale = new Set<string>()
      for (const set of sets) {
        if ([...set.uses].some((name) => stale.has(name))) {
          const before = set.values
          fill(set)
          stale.add(set.name)
          moved.push(...difference(before, set.values))
          continue
        }
        const own = refresh(set, changed)
        if (own.length > 0) stale.add(set.name)
        moved.push(...own)
      }
      return moved
    },
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function openSet({ name, filter, value }: Scope['sets'][number]): OpenSet {
  const { matches, uses } = compileFilter(filter)
  return {
    name,
    filter,
    uses,
    matches,
    path: value?.split('.') ?? null,
    members: new Map(),
    values: new Set(),
  }
}

function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))]
}
