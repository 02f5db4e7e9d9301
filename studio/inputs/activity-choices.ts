import { z } from 'zod'

/** One activity that a publication can cover. */
export interface ActivityChoice {
  key: string
  title: string
  /** Whether the activity itself is to tell about mentoring. */
  informationSupport: boolean
}

/** Activities of one stage of the map, in its order. */
export interface StageChoices {
  key: string
  title: string
  activities: ActivityChoice[]
}

const text = z.string().nullish()
const foundActivity = z.object({
  _key: z.string(),
  number: text,
  text,
  informationSupport: z.boolean().nullish(),
})
const foundStage = z.object({
  _key: z.string(),
  number: text,
  title: text,
  activities: z.array(foundActivity).nullish(),
})
const foundRoadmap = z.object({ stages: z.array(foundStage).nullish() }).nullable()

/** Reads what `roadmapActivitiesQuery` found; stages without activities are left out, `[]` without a roadmap. */
export function readActivityChoices(result: unknown): StageChoices[] {
  const roadmap = foundRoadmap.safeParse(result).data
  return (roadmap?.stages ?? [])
    .map((stage) => ({
      key: stage._key,
      title: titleOf(stage.number, stage.title, ''),
      activities: (stage.activities ?? []).map((activity) => ({
        key: activity._key,
        title: titleOf(activity.number, activity.text, 'Мероприятие без текста'),
        informationSupport: activity.informationSupport ?? false,
      })),
    }))
    .filter(({ activities }) => activities.length > 0)
}

/** The chosen keys with one added or taken away: those of the map in its order, then those it does not have. */
export function toggleActivity(
  chosen: readonly string[],
  key: string,
  stages: readonly StageChoices[],
): string[] {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  const known = keysOf(stages).filter((one) => next.has(one))
  return [...known, ...unknownActivities([...next], stages)]
}

/** Chosen keys that the map does not have: its rows were deleted, or another map was chosen. */
export function unknownActivities(chosen: readonly string[], stages: readonly StageChoices[]): string[] {
  const known = new Set(keysOf(stages))
  return chosen.filter((key) => !known.has(key))
}

function keysOf(stages: readonly StageChoices[]): string[] {
  return stages.flatMap(({ activities }) => activities.map(({ key }) => key))
}

function titleOf(number: string | null | undefined, words: string | null | undefined, empty: string): string {
  const parts = [number, words].filter((part) => part !== null && part !== undefined && part !== '')
  return parts.length === 0 ? empty : parts.join(/[.)]$/.test(number ?? '') ? ' ' : '. ')
}
