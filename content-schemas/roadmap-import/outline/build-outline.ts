import type { DeadlineContext } from '../../deadlines/deadline-reading.ts'
import { collectWholeWords } from '../../mending/mend-words.ts'
import type { NeutralDocument, RowOrigin } from '../neutral-document.ts'
import { columnOf, type RoadmapTable } from '../table/roadmap-table.ts'
import { flattenWords } from '../text/plain-words.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import type { DeadlineReading } from '../../deadlines/deadline-reading.ts'
import { nameStage } from './heading-marks.ts'
import { liftTitle } from './lift-title.ts'
import { MendingDesk } from './mending-desk.ts'
import type { Outline, OutlineStage, OutlineWarning } from './outline.ts'
import { derivePeriod } from './derive-period.ts'
import { groupStages, type StageGroup } from './group-stages.ts'
import { readActivities, type ReadActivity } from './read-activities.ts'
import { canonicalStages } from './canonical-stages.ts'
import { warnAboutLeftOut } from './warn-about-left-out.ts'
import { warnAboutOutline } from './warn-about-outline.ts'
import { readPeriod } from './find-period.ts'

/** An outline with what the documents need beside it. */
export interface BuiltOutline {
  outline: Outline
  front: FrontMatter
  /** The period deadlines were placed in: the stated one, or one derived from the dates. */
  placing: DeadlineContext
  /** Full readings behind the outline's deadlines, in their order, by stage and activity. */
  readings: DeadlineReading[][][]
  origins: OutlineOrigins
}

/** Rows of the document behind what the outline says, where they are marked; lists run parallel to the outline's. */
export interface OutlineOrigins {
  stages: { heading: RowOrigin[]; activities: RowOrigin[][] }[]
  warnings: RowOrigin[][]
}

/** What a person knows better than the document says; deadlines are placed in the period given here. */
export type FrontChoices = Partial<
  Pick<FrontMatter, 'title' | 'organization' | 'organizationFullName' | 'region' | 'level' | 'period'>
>

/** Builds the outline of the roadmap table that was found in a document. */
export function buildOutline(
  document: NeutralDocument,
  found: RoadmapTable,
  chosen: FrontChoices = {},
): BuiltOutline {
  const table = liftTitle(found)
  const words = tableWords(table)
  const front: FrontMatter = {
    ...readFrontMatter(table.before, table.after, words.slice(0, 200_000)),
    ...chosen,
  }
  const desk = new MendingDesk(collectWholeWords(cellsOf(table)))
  const groups = groupStages(table, desk)
  const placing = placeIn(front, groups, table)
  const warnings: OutlineWarning[] = [...desk.takeWarnings(), ...warnAboutLeftOut(table)]
  const stages: OutlineStage[] = []
  const readings: DeadlineReading[][][] = []
  const origins: OutlineOrigins = {
    stages: [],
    warnings: warnings.map((warning) => findHeading(warning, table)),
  }
  for (const group of groups) {
    const context = inSection(group, placing)
    const mends: PlacedWarning[] = []
    const activities = group.rows.flatMap((row) => {
      const read = readActivities({ row, group, table, desk, context })
      mends.push(...desk.takeWarnings().map((warning) => ({ warning, at: row.origins })))
      return read.map((one) => ({ ...one, at: row.origins }))
    })
    const own = activities.flatMap((read) => read.warnings.map((warning) => ({ warning, at: read.at })))
    for (const { warning, at } of [...mends, ...own]) {
      warnings.push(warning)
      origins.warnings.push(at)
    }
    stages.push(toStage(group, activities))
    readings.push(activities.map((read) => read.readings))
    origins.stages.push({ heading: headingOf(group), activities: activities.map((read) => read.at) })
  }
  const outline: Outline = {
    title: front.title,
    organization: front.organization,
    level: front.level,
    period: front.period,
    approval: front.approval,
    basis: front.basis,
    preamble: front.preamble,
    columns: table.columns
      .filter((column) => !column.skipped)
      .map(({ role, heading }) => ({ role, heading })),
    stages,
    warnings: [],
  }
  const general = warnAboutOutline(outline, { front, table, document })
  outline.warnings = [...general, ...warnings]
  origins.warnings.unshift(...general.map((warning) => findPlace(warning, { outline, origins, table })))
  return { outline, front, placing, readings, origins }
}

interface PlacedWarning {
  warning: OutlineWarning
  at: RowOrigin[]
}

/** The heading of a section, or the first row of a stage that a column names. */
function headingOf(group: StageGroup): RowOrigin[] {
  return group.origins.length > 0 ? group.origins : (group.rows[0]?.origins.slice(0, 1) ?? [])
}

/** The row whose heading of a stage or section a warning quotes. */
function findHeading({ place = '' }: OutlineWarning, table: RoadmapTable): RowOrigin[] {
  const quoted = /«(.*)»$/.exec(place)?.[1]
  const stage = columnOf(table.columns, 'stage')
  const found = table.items.find(
    (item) =>
      flattenWords(item.type === 'section' ? item.text : (item.cells[stage] ?? '')).slice(0, 40) === quoted,
  )
  return found?.origins ?? []
}

/** Where to look for what a warning about the roadmap as a whole says. */
function findPlace(
  warning: OutlineWarning,
  found: { outline: Outline; origins: OutlineOrigins; table: RoadmapTable },
): RowOrigin[] {
  const { outline, origins, table } = found
  if (warning.code === 'column-guessed') return table.header
  if (warning.code === 'truncated') return origins.stages.at(-1)?.activities.at(-1) ?? []
  const stage = outline.stages.findIndex((one) => nameStage(one).toLowerCase() === warning.place)
  return origins.stages[stage]?.heading ?? []
}

function toStage(group: StageGroup, activities: readonly ReadActivity[]): OutlineStage {
  const ofTitle = group.title === null ? [] : canonicalStages(group.title)
  const ofRows = [...new Set(activities.flatMap((read) => read.activity.canonical))]
  return {
    number: group.number,
    title: group.title,
    canonical: ofTitle.length > 0 ? ofTitle : ofRows,
    activities: activities.map((read) => read.activity),
  }
}

/** The stated period; without one the date of the order, and without that what the dates themselves span. */
function placeIn(front: FrontMatter, groups: readonly StageGroup[], table: RoadmapTable): DeadlineContext {
  const orderDate = front.approval?.date ?? null
  const base: DeadlineContext = { orderDate, yearly: front.yearly }
  if (front.period) return { ...base, period: front.period }
  if (orderDate) return base
  const column = columnOf(table.columns, 'deadline')
  const cells = groups.flatMap((group) => group.rows.map((row) => row.cells[column] ?? ''))
  return { ...base, period: derivePeriod(cells), periodDerived: true }
}

/** A section that names its own years places its rows in them. */
function inSection(group: StageGroup, placing: DeadlineContext): DeadlineContext {
  const period =
    group.title && /(?:19|20)\d{2}/.test(group.title) && !/№|приказ/i.test(group.title)
      ? readPeriod(group.title)
      : null
  return period ? { ...placing, period, periodDerived: false, periodOfSection: true } : placing
}

function cellsOf(table: RoadmapTable): string[] {
  return table.items.flatMap((item) => (item.type === 'row' ? item.cells : [item.text]))
}

function tableWords(table: RoadmapTable): string {
  return cellsOf(table).map(flattenWords).join(' ')
}
