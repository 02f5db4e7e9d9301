import type { Activity } from '#content/generated/types.ts'
import {
  compareWindows,
  isLong,
  listWindows,
  type PlanPeriod,
  shiftDay,
  type TimeWindow,
} from './deadline-windows.ts'

/**
 * Where an activity stands on a day.
 * `now` its time has come; `always` it goes on for half a year or longer; `late` its last day has passed and
 * nobody marked it done; `next` it is ahead; `undated` the plan names no date.
 */
export type ActivityState = 'done' | 'cancelled' | 'late' | 'now' | 'always' | 'next' | 'undated'

export interface ActivityTiming {
  readonly state: ActivityState
  /** The time that the state speaks of: the current one, the next one, the one that passed. */
  readonly window: TimeWindow | null
  /** Whether some of its time has passed, so that something may have been published about it. */
  readonly begun: boolean
  /** Whether the first of its deadlines has passed. */
  readonly passed: boolean
}

/** A deadline with no first day counts as current this many days before it. */
const DAYS_BEFORE = 30

/** Where an activity stands on a day, by its status and its deadlines. */
export function timeActivity(activity: Activity, period: PlanPeriod | null, today: string): ActivityTiming {
  const windows = (activity.deadlines ?? [])
    .flatMap((deadline) => listWindows(deadline, period))
    .toSorted(compareWindows)
  const begun = windows.some((window) => openingOf(window) <= today)
  const passed = windows.some(({ end }) => end !== null && end < today)
  return { ...stateOf(activity, windows, today), begun, passed }
}

function stateOf(
  activity: Activity,
  windows: readonly TimeWindow[],
  today: string,
): Pick<ActivityTiming, 'state' | 'window'> {
  const last = windows.at(-1) ?? null
  if (activity.status === 'done') return { state: 'done', window: last }
  if (activity.status === 'cancelled') return { state: 'cancelled', window: last }
  const current = windows.filter((window) => isCurrent(window, today))
  const urgent = current.find((window) => !isLong(window))
  if (urgent !== undefined) return { state: 'now', window: urgent }
  if (current[0] !== undefined) return { state: 'always', window: current[0] }
  const next = windows.find((window) => openingOf(window) > today)
  if (next !== undefined) return { state: 'next', window: next }
  return last === null ? { state: 'undated', window: null } : { state: 'late', window: last }
}

function isCurrent(window: TimeWindow, today: string): boolean {
  return openingOf(window) <= today && (window.end === null || window.end >= today)
}

/** The day from which a window counts as current. */
function openingOf({ start, end }: TimeWindow): string {
  return start ?? shiftDay(end, -DAYS_BEFORE) ?? ''
}
