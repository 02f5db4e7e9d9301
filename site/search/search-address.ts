import type { ChosenFilters } from './search-engine.ts'

/** A question as it stands in the address of the search page. */
export interface SearchQuestion {
  readonly text: string
  readonly chosen: ChosenFilters
}

/** Filters that the address may name. */
export const FILTER_NAMES = ['kind', 'form', 'stage', 'level', 'region'] as const

/** Reads a question from the query of an address; what is no filter is ignored. */
export function readQuestion(query: string): SearchQuestion {
  const parameters = new URLSearchParams(query)
  const chosen = FILTER_NAMES.map((name) => [name, parameters.getAll(name)] as const)
  return {
    text: (parameters.get('q') ?? '').trim(),
    chosen: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
  }
}

/** The query of the address that asks this question; '' when it asks nothing. */
export function writeQuestion({ text, chosen }: SearchQuestion): string {
  const parameters = new URLSearchParams(text === '' ? {} : { q: text })
  for (const name of FILTER_NAMES) {
    for (const value of chosen[name] ?? []) parameters.append(name, value)
  }
  return parameters.size === 0 ? '' : `?${parameters}`
}

/** Whether there is anything to look for. */
export function asksSomething({ text, chosen }: SearchQuestion): boolean {
  return text !== '' || Object.values(chosen).some((values) => values.length > 0)
}
