import type { Activity, Roadmap } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { listWindows, type PlanPeriod } from '../../timing/deadline-windows.ts'

/**
 * What an editor should look at in a roadmap, by the key of the activity; activities with nothing to say have no
 * entry. Told from the published content alone: what the importer warned of stays in the Studio.
 */
export function listQualityNotes(roadmap: Roadmap): Map<string, string[]> {
  const notes = new Map<string, string[]>()
  const period = roadmap.period ?? null
  let before: string | null = null
  for (const stage of roadmap.stages) {
    const activities = stage.activities ?? []
    for (const activity of activities) {
      const found = notesOf(activity, period)
      if (found.length > 0) notes.set(activity._key, found)
    }
    const first = firstDay(activities, period)
    const [opening] = activities
    if (before !== null && first !== null && first < before && opening !== undefined) {
      const words = `Этап начинается ${formatDate(first)}, раньше предыдущего`
      notes.set(opening._key, [...(notes.get(opening._key) ?? []), words])
    }
    before = first ?? before
  }
  return notes
}

function notesOf(activity: Activity, period: PlanPeriod | null): string[] {
  const { deadlines = [], responsible = [] } = activity
  const dates = deadlines.flatMap((deadline) => listWindows(deadline, period))
  const outside =
    period !== null &&
    dates.some(
      ({ start, end }) =>
        (end ?? start ?? period.start) < period.start || (start ?? period.start) > period.end,
    )
  const wide =
    /на (?:всех этапах|протяжении всего)/i.test(activity.text) && dates.length === 1 && isMonth(dates[0])
  return [
    responsible.length === 0 ? 'Ответственный не указан' : '',
    deadlines.length === 0 ? 'Срок не указан' : '',
    outside ? 'Срок вне периода карты' : '',
    wide ? 'Срок уже, чем сказано в тексте' : '',
  ].filter((note) => note !== '')
}

function isMonth(window: { start: string | null; end: string | null } | undefined): boolean {
  return window?.start?.slice(0, 7) === window?.end?.slice(0, 7)
}

function firstDay(activities: readonly Activity[], period: PlanPeriod | null): string | null {
  const days = activities
    .flatMap(({ deadlines = [] }) => deadlines)
    .flatMap((deadline) => listWindows(deadline, period))
    .flatMap(({ start, end }) => start ?? end ?? [])
  return days.toSorted()[0] ?? null
}
