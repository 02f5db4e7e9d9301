import type { PageFailure } from './render-page.ts'

/** A page that shows an older version because it cannot be rendered. */
export interface ReportedFailure extends PageFailure {
  /** Since when, ISO 8601 UTC; not before the start of the process. */
  since: string
}

type Failures = ReadonlyMap<string, PageFailure>

/** Remembers since when pages fail. */
export interface FailureTimes {
  note(failures: Failures): void
  report(failures: Failures): ReportedFailure[]
}

export function createFailureTimes(now: () => Date): FailureTimes {
  const since = new Map<string, string>()

  function note(failures: Failures): void {
    for (const path of since.keys()) if (!failures.has(path)) since.delete(path)
    for (const path of failures.keys()) if (!since.has(path)) since.set(path, now().toISOString())
  }

  return {
    note,
    report(failures) {
      note(failures)
      return [...failures.values()].map((failure) => ({ ...failure, since: since.get(failure.path) ?? '' }))
    },
  }
}
