import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import type { FileReading, ReadRoadmap } from './file-reading.ts'
import type { ImportRecord } from './import-record.ts'

/** Warnings that tell what the program did and ask nothing. */
const FOR_INFORMATION = new Set(['mended-word', 'dropped-mark'])

/** The record of a file that was read, or of one that was not. */
export function recordReading(file: string, hash: string | null, reading: FileReading): ImportRecord {
  const empty: ImportRecord = {
    file,
    hash,
    outcome: 'failed',
    problem: null,
    problemCode: null,
    duplicateOf: null,
    organization: null,
    title: null,
    period: null,
    stages: 0,
    activities: 0,
    deadlines: 0,
    warnings: {},
    attention: [],
    ids: { roadmap: null, organization: null, region: null, persons: [] },
    created: [],
  }
  if ('problem' in reading) return { ...empty, problem: reading.problem, problemCode: reading.code }
  return { ...empty, outcome: 'read', ...contentsOf(reading.roadmap), ids: idsOf(reading.roadmap.documents) }
}

function contentsOf({ outline, documents }: ReadRoadmap) {
  const activities = outline.stages.flatMap((stage) => stage.activities)
  const warnings: Record<string, number> = {}
  for (const { code } of outline.warnings) warnings[code] = (warnings[code] ?? 0) + 1
  const { period } = documents.roadmap
  return {
    organization: documents.organization?.name ?? documents.region?.name ?? null,
    title: outline.title,
    period: period ? { start: period.start, end: period.end } : null,
    stages: outline.stages.length,
    activities: activities.length,
    deadlines: activities.reduce((sum, activity) => sum + activity.deadlines.length, 0),
    warnings,
    attention: outline.warnings.filter(({ code }) => !FOR_INFORMATION.has(code)),
  }
}

function idsOf({ roadmap, organization, region, persons }: ImportDocuments): ImportRecord['ids'] {
  return {
    roadmap: `drafts.${roadmap._id}`,
    organization: organization && `drafts.${organization._id}`,
    region: region && `drafts.${region._id}`,
    persons: persons.map(({ _id }) => _id),
  }
}
