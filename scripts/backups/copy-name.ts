/** Name of the folder of a copy: `20261121T151700`, in UTC. */
export function nameOfCopy(takenAt: Date): string {
  return takenAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}

/** The moment in the name of a copy; null for another name. */
export function momentOfCopy(name: string): Date | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(name) ?? []
  if (second === undefined) return null
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(moment.getTime()) ? null : moment
}
