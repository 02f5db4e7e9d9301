import type { DeadlineReading } from '../../deadlines/deadline-reading.ts'

const END_HEADING = /оконч|заверш|крайний срок|не позднее|дедлайн/i

/** Whether every deadline of a row stands in columns that say when the work is to be done by. */
export function onlyEndsFilled(columns: readonly { heading: string; text: string }[]): boolean {
  const filled = columns.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  return (
    filled.length > 0 && filled.every(({ heading }) => END_HEADING.test(heading) && !/начал/i.test(heading))
  )
}

/** A date under «Окончание» is the last day, not the day of the work. */
export function readAsEnd(reading: DeadlineReading): DeadlineReading {
  return reading.kind === 'date' ? { ...reading, kind: 'by-date', start: null } : reading
}
