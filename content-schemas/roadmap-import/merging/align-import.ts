import { matchParts } from './match-parts.ts'
import { freeName, type PartFields, type PlanPart, type RoadmapPlan } from './roadmap-plan.ts'

/**
 * The imported plan with the keys of the parts that it has in common with what was imported before, or else with
 * what editors added meanwhile; new parts get keys that no part of either has or had.
 */
export function alignImport(plans: {
  base: RoadmapPlan
  edited: RoadmapPlan
  imported: RoadmapPlan
}): RoadmapPlan {
  const { base, edited, imported } = plans
  const known = matchParts([...base.values()], [...imported.values()])
  const unknown = [...imported.values()].filter(({ id }) => !known.has(id))
  const added = [...edited.values()].filter(({ id }) => !base.has(id))
  const found = matchParts(added, unknown)
  const keyOf = (id: string | undefined) => id && (base.get(id) ?? edited.get(id))?.fields._key
  const used = new Set([...base.values(), ...edited.values()].map((part) => part.fields._key))
  const ids = new Map<string, string>()
  const aligned = new Map<string, PlanPart>()
  for (const part of imported.values()) {
    const twin = known.get(part.id) ?? found.get(part.id)
    const key = keyOf(twin) ?? freeName(part.fields._key, (name) => used.has(name))
    used.add(key)
    const id = twin ?? `${part.kind}:${key}`
    ids.set(part.id, id)
    aligned.set(id, { ...part, id, fields: renameKeys(part.fields, key), stage: ids.get(part.stage) ?? id })
  }
  return aligned
}

/** The fields under a new key; keys inside that begin with the old one follow it. */
function renameKeys(fields: PartFields, key: string): PartFields {
  if (fields._key === key) return fields
  return { ...mapKeys(fields, fields._key, key), _key: key }
}

function mapKeys(fields: object, from: string, to: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [name, mapValue(name, value, from, to)]),
  )
}

function mapValue(name: string, value: unknown, from: string, to: string): unknown {
  if (name === '_key' && typeof value === 'string' && value.startsWith(from)) {
    return `${to}${value.slice(from.length)}`
  }
  if (Array.isArray(value)) return value.map((item: unknown) => mapValue('', item, from, to))
  return typeof value === 'object' && value !== null ? mapKeys(value, from, to) : value
}
