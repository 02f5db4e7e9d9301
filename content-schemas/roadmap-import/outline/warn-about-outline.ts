import type { NeutralDocument } from '../neutral-document.ts'
import type { RoadmapTable } from '../table/roadmap-table.ts'
import type { FrontMatter } from './front-matter.ts'
import { nameStage } from './heading-marks.ts'
import type { Outline, OutlineStage, OutlineWarning } from './outline.ts'
import { findRegionIn } from './regions.ts'

const ALWAYS = new Set([
  'year-round',
  'ongoing',
  'school-year',
  'recurring',
  'on-request',
  'on-need',
  'per-plan',
  'absent',
  'relative',
])

/** Warnings of the roadmap as a whole: what it does not say, guessed columns, stages out of order, a cut-off end. */
export function warnAboutOutline(
  outline: Outline,
  found: { front: FrontMatter; table: RoadmapTable; document: NeutralDocument },
): OutlineWarning[] {
  const { front, table, document } = found
  const warnings: OutlineWarning[] = []
  if (front.title === null) {
    warnings.push({ code: 'no-title', message: 'В документе нет названия дорожной карты: напишите его.' })
  }
  if (front.organization === null) {
    warnings.push({ code: 'no-organization', message: 'В документе не названа организация: выберите её.' })
  }
  if (front.period === null) {
    warnings.push({
      code: 'no-period',
      message: 'В документе не сказано, на какой срок составлена карта: укажите срок.',
    })
  }
  if (document.layout === 'blocks') {
    warnings.push({
      code: 'rows-realigned',
      message:
        'Ячейки таблицы стоят в тексте не по порядку строк: строки собраны по смыслу, сверьте их с документом.',
      place: 'таблица',
    })
  }
  for (const column of table.columns.filter((guessed) => guessed.guessed)) {
    warnings.push({
      code: 'column-guessed',
      message: `Что стоит в столбце «${column.heading || 'без заголовка'}», понято по содержимому ячеек: проверьте.`,
      place: 'заголовок таблицы',
    })
  }
  for (const words of table.leftOut) {
    warnings.push({
      code: 'table-left-out',
      message: `В документе есть ещё таблица «${words}»: в карту она не взята.`,
    })
  }
  if (front.region !== null && findRegionIn([front.title ?? '', ...table.before].join(' ')) === null) {
    warnings.push({
      code: 'region-inferred',
      message: `Регион «${front.region}» понят по городу, в документе он не назван: проверьте.`,
    })
  }
  for (const mark of new Set(document.dropped)) {
    if (mark === '') continue
    warnings.push({ code: 'dropped-mark', message: `Пропущена служебная пометка «${mark.slice(0, 80)}».` })
  }
  return [
    ...warnings,
    ...warnAboutFootnotes(table),
    ...warnAboutOrder(outline.stages),
    ...warnAboutCut(outline),
  ]
}

function warnAboutFootnotes(table: RoadmapTable): OutlineWarning[] {
  const signs = new Set(
    table.items
      .flatMap((item) => (item.type === 'row' ? item.cells : [item.text]))
      .flatMap((cell) => cell.match(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g) ?? []),
  )
  return [...signs].map((sign) => ({ code: 'dropped-mark', message: `Пропущен знак сноски «${sign}».` }))
}

/** A stage dated before the stages printed above it. */
function warnAboutOrder(stages: readonly OutlineStage[]): OutlineWarning[] {
  const warnings: OutlineWarning[] = []
  let latest: { start: string; stage: OutlineStage } | null = null
  for (const stage of stages) {
    const start = earliestStart(stage)
    if (start === null) continue
    if (latest && start < latest.start) {
      warnings.push({
        code: 'order-inversion',
        message: `${nameStage(stage)} начинается раньше, чем ${nameStage(latest.stage).toLowerCase()}: проверьте сроки.`,
        place: nameStage(stage).toLowerCase(),
      })
    } else latest = { start, stage }
  }
  return warnings
}

function earliestStart(stage: OutlineStage): string | null {
  const starts = stage.activities
    .flatMap((activity) => activity.deadlines)
    .filter((deadline) => !ALWAYS.has(deadline.kind))
    .map((deadline) => deadline.start ?? deadline.end)
    .filter((start) => start !== null)
  return starts.toSorted()[0] ?? null
}

/** The last row has neither deadline nor people, and its words stop in the middle. */
function warnAboutCut(outline: Outline): OutlineWarning[] {
  const activities = outline.stages.flatMap((stage) => stage.activities)
  const last = activities.at(-1)
  if (!last || activities.length < 3) return []
  const complete = activities.slice(0, -1).filter((activity) => activity.deadlines.length > 0)
  const roles = new Set(outline.columns.map((column) => column.role))
  const bare =
    (!roles.has('deadline') || last.deadlines.length === 0) &&
    (!roles.has('responsible') || last.responsible.length === 0)
  if (!bare || complete.length * 2 < activities.length) return []
  return [
    {
      code: 'truncated',
      message: 'Похоже, конец таблицы обрезан: у последней строки нет ни срока, ни ответственных.',
    },
  ]
}
