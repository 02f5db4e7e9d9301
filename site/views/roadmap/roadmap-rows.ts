import { nameStage } from '#content/roadmap-import/outline/heading-marks.ts'
import type { Activity, Roadmap, Stage } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { bindWords } from '#content/text/typography.ts'
import { type ActivityTiming, timeActivity } from '../../timing/activity-timing.ts'
import { listWindows, type TimeWindow } from '../../timing/deadline-windows.ts'
import { setTitle } from '../../typography/set-title.ts'
import { type DeadlineWords, describeDeadline } from './deadline-words.ts'
import type { Link } from '../page-meta.ts'
import { listPeopleInCharge } from './people-in-charge.ts'
import { ownerIdOf } from './roadmap-owner.ts'

/** A stage of the plan with its rows. */
export interface StageView {
  readonly id: string
  /** «1. Подготовка условий»; '' for a flat table. */
  readonly title: string
  /** Stages of the vocabulary that it stands for, with where templates for them are; [] in a flat table. */
  readonly templates: readonly Link[]
  /** Documents and results of the whole stage: of a printed row that holds all of its activities. */
  readonly papers: Papers
  readonly rows: readonly RowView[]
}

/** What an activity or a stage needs and brings. */
export interface Papers {
  readonly documents: readonly string[]
  readonly results: readonly string[]
}

/** One planned thing as a row of the table. */
export interface RowView extends Papers {
  /** Anchor of the row. */
  readonly id: string
  /** '' where it only repeats the number of the row above or of the stage. */
  readonly number: string
  readonly text: string
  readonly deadlines: readonly DeadlineWords[]
  readonly people: readonly string[]
  readonly extra: readonly { readonly heading: string; readonly text: string }[]
  readonly timing: ActivityTiming
  /** All times of the row, in their order. */
  readonly windows: readonly TimeWindow[]
  /** «Срок прошёл 30 сентября 2024»; '' when there is nothing to say. */
  readonly stateWords: string
}

/** The stages of a roadmap as rows that know where they stand on a day. */
export function listStages(roadmap: Roadmap, content: ContentReader): StageView[] {
  return roadmap.stages.map((stage, index) => {
    const rows = (stage.activities ?? []).map((activity) => viewRow(activity, roadmap, content))
    const papers = papersOfStage(rows)
    const [first, ...others] = rows
    const shown = papers === noPapers || first === undefined ? rows : [{ ...first, ...noPapers }, ...others]
    return {
      id: stage._key,
      title: titleOfStage(stage, index, roadmap.stages.length),
      papers,
      templates: roadmap.stages.length > 1 ? listTemplates(stage) : [],
      rows: dropRepeatedNumbers(shown, stage.number ?? ''),
    }
  })
}

const noPapers: Papers = { documents: [], results: [] }

/**
 * Where the library has documents ready to fill in for a stage. By search and not by list: a list that nothing stands
 * in has no page, and asking for it would tie every roadmap to every material.
 */
function listTemplates({ canonical = [] }: Stage): Link[] {
  return canonical
    .filter((key) => key !== 'info')
    .map((key) => ({ title: setTitle(STAGES, key), url: `/poisk/?kind=material&stage=${key}` }))
}

/** A printed row of several activities keeps its documents at the first of them: they belong to all. */
function papersOfStage([first, ...others]: readonly RowView[]): Papers {
  const oneRow = others.every(
    (row) => row.number === first?.number && row.documents.length + row.results.length === 0,
  )
  return first === undefined || others.length === 0 || !oneRow
    ? noPapers
    : { documents: first.documents, results: first.results }
}

function dropRepeatedNumbers(rows: readonly RowView[], stageNumber: string): RowView[] {
  return rows.map((row, index) => {
    const above = rows[index - 1]?.number ?? stageNumber
    return withoutPoint(row.number) === withoutPoint(above) ? { ...row, number: '' } : row
  })
}

function withoutPoint(number: string): string {
  return number.replace(/\.$/, '')
}

/** Title of a stage with its number; '' for the only stage of a flat table. */
export function titleOfStage(stage: Stage, index: number, count: number): string {
  const title = stage.title ?? stage.canonical?.map((key) => setTitle(STAGES, key)).join(', ') ?? ''
  if (stage.title === undefined && count === 1) return ''
  const number = withoutPoint(stage.number ?? '')
  const words = title === '' ? nameStage({ number: number || String(index + 1), title: null }) : title
  return bindWords(number === '' || title === '' ? words : `${number}.\u00A0${words}`)
}

function viewRow(activity: Activity & { _key: string }, roadmap: Roadmap, content: ContentReader): RowView {
  const timing = timeActivity(activity, roadmap.period ?? null, content.todayAt(ownerIdOf(roadmap)))
  return {
    id: activity._key,
    number: activity.number ?? '',
    text: bindWords(activity.text),
    deadlines: (activity.deadlines ?? []).map(describeDeadline),
    people: listPeopleInCharge(activity.responsible, content),
    documents: (activity.documents ?? []).map(bindWords),
    results: (activity.results ?? []).map(bindWords),
    extra: (activity.extra ?? []).map(({ heading, text }) => ({ heading, text: bindWords(text) })),
    timing,
    windows: (activity.deadlines ?? []).flatMap((deadline) => listWindows(deadline, roadmap.period ?? null)),
    stateWords: describeState(activity, timing),
  }
}

function describeState({ doneAt }: Activity, { state, window }: ActivityTiming): string {
  if (state === 'done') return doneAt === undefined ? 'Выполнено' : `Выполнено ${formatDate(doneAt)}`
  if (state === 'cancelled') return 'Отменено'
  if (state === 'late' && window?.end) return `Срок прошёл ${formatDate(window.end)}`
  if (state === 'now') return window?.end ? `Сейчас, до\u00A0${formatDate(window.end)}` : 'Сейчас'
  return ''
}
