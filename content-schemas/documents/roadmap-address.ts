/** Years of a period, «2024–2025», «2024» for one year, '' for none. */
export function describeYears(start: unknown, end: unknown): string {
  const years = [start, end].filter((date) => typeof date === 'string').map((date) => date.slice(0, 4))
  return [...new Set(years)].join('–')
}

/** Words that the address of a roadmap is made of: the years of its period, else its title. */
export function proposeRoadmapAddress(document: object): string {
  const { period, title }: Record<string, unknown> = { ...document }
  const { start, end }: Record<string, unknown> = typeof period === 'object' ? { ...period } : {}
  const years = describeYears(start, end).replace('–', '-')
  if (years !== '') return years
  return typeof title === 'string' ? title : ''
}
