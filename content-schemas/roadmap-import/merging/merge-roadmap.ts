import type { StoredDocument } from '../documents/stored-document.ts'
import { alignImport } from './align-import.ts'
import type { Choices, Difference, Side } from './difference.ts'
import { mergeFields } from './merge-fields.ts'
import { mergeOrder } from './merge-order.ts'
import { mergeWarnings } from './merge-warnings.ts'
import { gatherStages, layOutPlan, type PlanPart, type RoadmapPlan } from './roadmap-plan.ts'
import { sameContent } from './same-content.ts'

const ROADMAP_FIELDS = [
  'title',
  'organization',
  'region',
  'level',
  'model',
  'period',
  'approval',
  'basis',
  'preamble',
  'columns',
] as const
const STAGE_FIELDS = ['number', 'title', 'canonical'] as const
const ROW_FIELDS = [
  'number',
  'text',
  'deadlines',
  'responsible',
  'documents',
  'results',
  'extra',
  'informationSupport',
  'channels',
] as const

/** Three versions of one roadmap. */
export interface RoadmapVersions {
  /** What the import before gave (`readImportBase`); null when nobody knows, then nothing of the editors gives way. */
  base: Readonly<Record<string, unknown>> | null
  /** The draft, or the published roadmap where there is no draft. */
  edited: StoredDocument
  /** What the new file gives (`outlineToDocuments(…).roadmap`). */
  imported: StoredDocument
}

export interface MergedRoadmap {
  document: StoredDocument
  /** In the order of the document; fields in which only the number of a row moved on are among them. */
  differences: Difference[]
  /** What the file gave, under the keys of the merged document: the `base` of the next import. */
  base: StoredDocument
}

/**
 * Brings a roadmap up to date with a new file: three ways, field by field of every activity. What editors changed
 * stays, and where the file changed it too the difference is a conflict; what they left as it was follows the file.
 * Rows are told by number and words; those that survive keep their `_key`, so that publications go on pointing at
 * them. A row that the file has no more is taken away unless editors changed it or it is `covered`; a row that
 * editors took away stays away. Pure: nothing is read or written.
 *
 * @param options.choices sides to take instead of the usual ones
 * @param options.covered `_key`s of activities that publications point at
 * @example
 * const before = draft ?? published
 * const merged = mergeRoadmap({ base: readImportBase(before), edited: before, imported: documents.roadmap })
 */
export function mergeRoadmap(
  { base, edited, imported }: RoadmapVersions,
  options: { choices?: Choices; covered?: ReadonlySet<string> } = {},
): MergedRoadmap {
  const { choices = {}, covered = new Set<string>() } = options
  const [basePlan, editedPlan] = [layOutPlan(base), layOutPlan(edited)]
  const plans = {
    base: basePlan,
    edited: editedPlan,
    imported: alignImport({ base: basePlan, edited: editedPlan, imported: layOutPlan(imported) }),
  }
  const whole = mergeFields({ base: base ?? undefined, edited, imported }, ROADMAP_FIELDS, {
    id: 'roadmap',
    about: 'roadmap',
    place: '',
    choices,
  })
  const parts = mergeParts(plans, choices, covered)
  const ordered = mergeOrder(plans, new Set(parts.kept.keys()), choices['order'] ?? 'edited')
  const stages = gatherStages(ordered.order.flatMap((id) => parts.kept.get(id) ?? []))
  const document: StoredDocument = { ...edited, ...whole.fields, _id: edited._id, _type: edited._type }
  if (stages.length > 0 || edited['stages'] !== undefined) document['stages'] = stages
  const warnings = mergeWarnings({
    base: base?.['warnings'],
    edited: edited['warnings'],
    imported: imported['warnings'],
  })
  if (warnings !== undefined) document['warnings'] = warnings
  for (const field of ['sourceText', 'slug'] as const) {
    if (imported[field] !== undefined && (field === 'sourceText' || edited[field] === undefined))
      document[field] = imported[field]
  }
  return {
    document,
    differences: [
      ...whole.differences,
      ...(ordered.conflict ? [orderDifference(choices['order'] ?? 'edited')] : []),
      ...parts.differences,
    ],
    base: { ...imported, stages: gatherStages(plans.imported.values()) },
  }
}

interface Plans {
  base: RoadmapPlan
  edited: RoadmapPlan
  imported: RoadmapPlan
}

/** The parts that stand in the merged roadmap, and the differences of all. */
function mergeParts(
  plans: Plans,
  choices: Choices,
  covered: ReadonlySet<string>,
): { kept: Map<string, PlanPart>; differences: Difference[] } {
  const kept = new Map<string, PlanPart>()
  const differences: Difference[] = []
  const neededStages = new Set<string>()
  const ids = [...new Set([...plans.edited.keys(), ...plans.imported.keys()])]
  // Rows before stages: a stage that holds rows because editors want them there stays.
  for (const id of [...ids.filter((part) => !isStage(part)), ...ids.filter(isStage)]) {
    const [base, edited, imported] = [plans.base.get(id), plans.edited.get(id), plans.imported.get(id)]
    if (edited && imported) {
      const about = { id, about: edited.kind, place: describePart(edited), choices }
      const names = edited.kind === 'stage' ? STAGE_FIELDS : ROW_FIELDS
      const versions = { base: base?.fields, edited: edited.fields, imported: imported.fields }
      const merged = mergeFields(versions, names, about)
      differences.push(...merged.differences)
      kept.set(id, { ...edited, fields: { ...merged.fields, _key: edited.fields._key } })
      if (base && base.stage !== edited.stage) neededStages.add(edited.stage)
      continue
    }
    const part = edited ?? imported
    if (!part) continue
    const verdict = judgeLonePart({ base, edited, imported }, choices, (row) =>
      isStage(id) ? neededStages.has(id) : covered.has(row.fields._key),
    )
    if (verdict.difference) differences.push(verdict.difference)
    if (!verdict.stands) continue
    kept.set(id, part)
    if (edited && !isStage(id)) neededStages.add(edited.stage)
  }
  const places = new Map([...ids.filter((id) => plans.imported.has(id)), ...ids].map((id, at) => [id, at]))
  const placeOf = (difference: Difference) => places.get(difference.id.split(':').slice(0, 2).join(':')) ?? 0
  return {
    kept,
    differences: differences.toSorted((one, other) => placeOf(one) - placeOf(other)),
  }
}

/** A part that only one side has: new, taken out of the file, or taken away by editors. */
function judgeLonePart(
  versions: { base: PlanPart | undefined; edited: PlanPart | undefined; imported: PlanPart | undefined },
  choices: Choices,
  isNeeded: (part: PlanPart) => boolean,
): { stands: boolean; difference: Difference | null } {
  const { base, edited, imported } = versions
  const part = edited ?? imported
  if (!part || (edited && !base)) return { stands: part !== undefined, difference: null }
  const conflict = edited ? isNeeded(edited) || !sameContent(edited.fields, base?.fields) : base !== undefined
  if (imported && base && sameContent(imported.fields, base.fields))
    return { stands: false, difference: null }
  const taken = choices[part.id] ?? (conflict ? 'edited' : 'imported')
  return {
    stands: taken === 'edited' ? edited !== undefined : imported !== undefined,
    difference: {
      id: part.id,
      about: part.kind,
      place: describePart(part),
      field: null,
      edited: edited?.fields,
      imported: imported?.fields,
      taken,
      conflict,
    },
  }
}

function isStage(id: string): boolean {
  return id.startsWith('stage:')
}

function orderDifference(taken: Side): Difference {
  return {
    id: 'order',
    about: 'order',
    place: '',
    field: null,
    edited: null,
    imported: null,
    taken,
    conflict: true,
  }
}

function describePart({ kind, fields }: PlanPart): string {
  const words = fields[kind === 'stage' ? 'title' : 'text']
  return [fields['number'], words].filter((part) => typeof part === 'string' && part !== '').join('. ')
}
