import { z } from 'zod'

/** Fields of a stage, or of an activity, as the lake holds them. */
export type PartFields = Record<string, unknown> & { _key: string }

/** A stage without its activities, or an activity. */
export interface PlanPart {
  /** Tells the part among all of a plan: the kind and the key, with a count where a key is there twice. */
  id: string
  kind: 'stage' | 'row'
  fields: PartFields
  /** The stage that an activity stands in; its own id for a stage. */
  stage: string
}

/** Stages and activities of a roadmap as one sequence: every stage before its activities. */
export type RoadmapPlan = ReadonlyMap<string, PlanPart>

const planSchema = z.looseObject({
  stages: z
    .array(
      z.looseObject({
        _key: z.string(),
        activities: z.array(z.looseObject({ _key: z.string() })).nullish(),
      }),
    )
    .nullish(),
})

/** Lays the stages of a roadmap out as a sequence; a document without stages gives an empty one. */
export function layOutPlan(document: unknown): RoadmapPlan {
  const parts = new Map<string, PlanPart>()
  const read = planSchema.safeParse(document)
  const add = (kind: PlanPart['kind'], fields: PartFields, stage: string | null): string => {
    const id = freeName(`${kind}:${fields._key}`, (name) => parts.has(name))
    parts.set(id, { id, kind, fields, stage: stage ?? id })
    return id
  }
  for (const { activities, ...fields } of read.success ? (read.data.stages ?? []) : []) {
    const stage = add('stage', fields, null)
    for (const activity of activities ?? []) add('row', activity, stage)
  }
  return parts
}

/** The stages of a sequence, each with its activities. Activities before any stage get a stage of their own. */
export function gatherStages(parts: Iterable<PlanPart>): (PartFields & { activities: PartFields[] })[] {
  const stages: (PartFields & { activities: PartFields[] })[] = []
  for (const { kind, fields } of parts) {
    const last = stages.at(-1)
    if (kind === 'stage') stages.push({ ...fields, activities: [] })
    else if (last) last.activities.push(fields)
    else stages.push({ _key: `${fields._key}-stage`, _type: 'stage', activities: [fields] })
  }
  return stages
}

/** The name, or the name with the first count from 2 that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name
  for (let count = 2; isTaken(free); count += 1) free = `${name}-${count}`
  return free
}
