import type { SiteChanges } from '../site-bundle/built-site.ts'

/** Lays later changes over earlier ones: of one document only its last state counts. */
export function addChanges(changes: SiteChanges, later: Required<Omit<SiteChanges, 'today'>>): void {
  const decided = new Set([...later.upsert.map(({ _id }) => _id), ...later.remove])
  changes.upsert = [...(changes.upsert ?? []).filter(({ _id }) => !decided.has(_id)), ...later.upsert]
  changes.remove = [...(changes.remove ?? []).filter((id) => !decided.has(id)), ...later.remove]
}
