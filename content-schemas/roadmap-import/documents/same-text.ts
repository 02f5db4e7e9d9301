import type { ImportDocuments } from './import-documents.ts'

/** Ids of the roadmaps that were read from the same text; `$text` is that text. */
export const SAME_TEXT = '*[_type == "roadmap" && sourceText == $text]._id'

/** Whether a document names no owner, so that only the name of its file tells it from others. */
export function isUnowned({ organization, roadmap }: ImportDocuments): boolean {
  return organization === null && roadmap.region === undefined
}

/**
 * The documents of an unowned roadmap under the ids that an import of the same text gave them, whatever its file was
 * called then: importing from a folder and in the Studio update one draft.
 */
export function underKnownId(documents: ImportDocuments, ids: readonly string[]): ImportDocuments {
  const { roadmap, persons } = documents
  const years = `-${roadmap.slug.current}`
  const known = ids.map((id) => id.replace(/^drafts\./, '')).toSorted()
  const found = known.find((id) => id.startsWith('roadmap-') && id.endsWith(years))
  if (found === undefined || known.includes(roadmap._id)) return documents
  const slugOf = (id: string) => id.slice('roadmap-'.length, -years.length)
  const [from, to] = [`-${slugOf(roadmap._id)}`, `-${slugOf(found)}`]
  const rename = (id: string) => (id.endsWith(from) ? `${id.slice(0, -from.length)}${to}` : id)
  return {
    ...documents,
    persons: persons.map((person) => ({ ...person, _id: rename(person._id) })),
    roadmap: {
      ...roadmap,
      _id: found,
      stages: roadmap.stages.map((stage) => ({
        ...stage,
        activities: stage.activities.map((activity) => ({
          ...activity,
          responsible: activity.responsible.map((party) => ({
            ...party,
            persons: party.persons.map((person) => ({ ...person, _ref: rename(person._ref) })),
          })),
        })),
      })),
    },
  }
}
