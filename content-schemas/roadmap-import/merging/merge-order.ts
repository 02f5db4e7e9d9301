import type { RoadmapPlan } from './roadmap-plan.ts'

/** An order of parts, and whether the import would order them otherwise than the editors did. */
export interface MergedOrder {
  order: string[]
  /** Whether both sides moved parts, each its own way. */
  conflict: boolean
}

/**
 * The order of the parts that are kept. Who alone moved parts has their way; where both did, the side that is
 * preferred. Parts of the other side stand after what stands before them there.
 */
export function mergeOrder(
  plans: { base: RoadmapPlan; edited: RoadmapPlan; imported: RoadmapPlan },
  kept: ReadonlySet<string>,
  preferred: 'edited' | 'imported',
): MergedOrder {
  const [base, edited, imported] = [plans.base, plans.edited, plans.imported].map((plan) => [...plan.keys()])
  if (!base || !edited || !imported) return { order: [], conflict: false }
  const movedHere = moved(base, edited)
  const movedThere = moved(base, imported)
  const conflict = movedHere && movedThere && moved(edited, imported)
  const importLeads = conflict ? preferred === 'imported' : !movedHere && !isSame(base, imported)
  const lead = (importLeads ? imported : edited).filter((id) => kept.has(id))
  const rest = (importLeads ? edited : imported).filter((id) => kept.has(id))
  return { order: insertRest(lead, rest, plans, importLeads), conflict }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index])
}

/** Whether what both hold stands in another order. */
function moved(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)]
  return !isSame(
    one.filter((id) => second.has(id)),
    other.filter((id) => first.has(id)),
  )
}

function insertRest(
  lead: readonly string[],
  rest: readonly string[],
  plans: { imported: RoadmapPlan },
  importLeads: boolean,
): string[] {
  const placed = new Set(lead)
  const after = new Map<string | null, string[]>()
  let previous: string | null = null
  for (const id of rest) {
    if (placed.has(id)) previous = id
    else after.set(previous, [...(after.get(previous) ?? []), id])
  }
  const order = [...(after.get(null) ?? [])]
  let waiting: string[] = []
  for (const id of lead) {
    if (id.startsWith('stage:')) {
      order.push(...waiting)
      waiting = []
    }
    order.push(id)
    const added = after.get(id) ?? []
    // A stage that the import adds begins after the rows that editors added to the stage before it.
    const at = importLeads ? -1 : added.findIndex((part) => plans.imported.get(part)?.kind === 'stage')
    order.push(...(at < 0 ? added : added.slice(0, at)))
    if (at >= 0) waiting.push(...added.slice(at))
  }
  return [...order, ...waiting]
}
