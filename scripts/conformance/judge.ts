import { isDeepStrictEqual } from 'node:util'
import type { SuiteCase } from './read-suite.ts'

/** What the lake answered to a query. */
export interface Answer {
  status: number
  result: unknown
  /** The whole answer. */
  text: string
}

/** Set by every lake, and unknown to the suite. */
const SYSTEM_FIELDS = ['_rev', '_createdAt', '_updatedAt']

/** @returns what is wrong with the answer; null when it is right */
export function judge({ expected }: SuiteCase, answer: Answer): string | null {
  if (!expected) {
    return answer.status === 400
      ? null
      : `должен быть отказ, а ответ ${answer.status}: ${shorten(answer.text)}`
  }
  if (answer.status !== 200) return `ответ ${answer.status}: ${shorten(answer.text)}`
  const wanted = expected.result ?? null
  const given = rankScores(answer.result)
  if (isDeepStrictEqual(compare(given, wanted), wanted)) return null
  return `должно быть ${shorten(JSON.stringify(wanted))}, а получено ${shorten(JSON.stringify(given))}`
}

/** The value without the system fields that are not asked for. */
function compare(value: unknown, wanted: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      compare(item, Array.isArray(wanted) ? wanted[index] : undefined),
    )
  if (!isRecord(value)) return value
  const other = isRecord(wanted) ? wanted : {}
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name in other || !SYSTEM_FIELDS.includes(name))
      .map(([name, part]) => [name, compare(part, other[name])]),
  )
}

/** Replaces scores by their rank: the suite leaves their size to the implementation. */
function rankScores(value: unknown): unknown {
  const scores = new Set<number>()
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect)
    else if (isRecord(part)) {
      if (typeof part['_score'] === 'number') scores.add(part['_score'])
      Object.values(part).forEach(collect)
    }
  }
  collect(value)
  const ranks = [...scores].toSorted((one, other) => other - one)
  const replace = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(replace)
    if (!isRecord(part)) return part
    const { _score: score, ...rest } = part
    const replaced = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, replace(inner)]))
    if (typeof score === 'number') return { ...replaced, _pos: ranks.indexOf(score) + 1 }
    return '_score' in part ? { ...replaced, _score: score } : replaced
  }
  return replace(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
