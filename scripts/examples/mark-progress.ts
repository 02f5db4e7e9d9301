import { z } from 'zod'
import type { ImportRoadmap } from '#content/roadmap-import/documents/import-documents.ts'

const daysByActivity = z.record(z.string(), z.iso.date())

/** By roadmap, then by key of the activity (`s1a2`): the day it was done. */
export const progressSchema = z.record(z.string(), daysByActivity)

/**
 * A roadmap as it looks when the work has begun: the activities named by `done` are done.
 * @throws when `done` names an activity that the roadmap does not have
 */
export function markProgress(roadmap: ImportRoadmap, done: z.infer<typeof daysByActivity> = {}) {
  const waiting = new Map(Object.entries(done))
  const stages = roadmap.stages.map((stage) => ({
    ...stage,
    activities: stage.activities.map((activity) => {
      const doneAt = waiting.get(activity._key)
      waiting.delete(activity._key)
      return doneAt === undefined ? activity : { ...activity, status: 'done' as const, doneAt }
    }),
  }))
  if (waiting.size > 0) {
    throw new Error(
      `В карте ${roadmap._id} нет мероприятий ${[...waiting.keys()].join(', ')}: проверьте progress.json.`,
    )
  }
  return { ...roadmap, stages }
}
