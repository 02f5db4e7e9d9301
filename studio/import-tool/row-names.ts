import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'
import { originKey } from '#content/roadmap-import/table/table-choices.ts'
import type { Links, Target } from './link-panes.ts'

/** Name of a recognised stage, and of an activity in it. */
export function stageName(stage: number): string {
  return `s${stage}`
}

export function activityName(stage: number, activity: number): string {
  return `s${stage}a${activity}`
}

/** From which rows of the document each recognised stage and activity comes. */
export function linksOf({ origins }: RoadmapReading): Links {
  const links = new Map<string, string[]>()
  for (const [stage, { heading, activities }] of origins.stages.entries()) {
    links.set(stageName(stage), heading.map(originKey))
    for (const [index, rows] of activities.entries()) {
      links.set(activityName(stage, index), rows.map(originKey))
    }
  }
  return links
}

const ROLES: Readonly<Record<string, string>> = {
  'missing-person': 'responsible',
  'missing-deadline': 'deadline',
  'quarter-without-year': 'deadline',
  'unread-deadline': 'deadline',
  'year-inferred': 'deadline',
  'year-missing': 'deadline',
  'impossible-date': 'deadline',
  'duplicate-part': 'deadline',
  'ambiguous-end': 'deadline',
  'narrower-than-text': 'deadline',
}

/** Where to look for a warning: its rows, what was recognised in them, and the column that it is about. */
export function targetOfWarning({ origins, outline }: RoadmapReading, warning: number, links: Links): Target {
  const rows = (origins.warnings[warning] ?? []).map(originKey)
  const items = [...links].filter(([, from]) => from.some((row) => rows.includes(row))).map(([item]) => item)
  return { rows, items, role: ROLES[outline.warnings[warning]?.code ?? ''] }
}
