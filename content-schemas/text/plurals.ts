import { NO_BREAK_SPACE } from './typography.ts'

/** Forms of a noun after a number: [1 практика, 2 практики, 5 практик]. */
export type PluralForms = readonly [one: string, few: string, many: string]

const rules = new Intl.PluralRules('ru')
const numbers = new Intl.NumberFormat('ru')

/** The form of a noun that goes with a number, without the number; fractions take the second form («1,5 месяца»). */
export function formatPlural(count: number, [one, few, many]: PluralForms): string {
  const category = rules.select(count)
  if (category === 'one') return one
  return category === 'many' ? many : few
}

/** Number and noun that never part at the end of a line: «5 практик», «21 практика», «1 200 школ». */
export function formatCount(count: number, forms: PluralForms): string {
  return `${numbers.format(count)}${NO_BREAK_SPACE}${formatPlural(count, forms)}`
}
