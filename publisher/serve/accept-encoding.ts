/** How a file may be compressed; the order says which is taken when a reader likes them equally. */
const ENCODINGS = ['br', 'gzip'] as const

/** A compression of files, as the header `Content-Encoding` calls it. */
export type Encoding = (typeof ENCODINGS)[number]

/** A reader who says nothing about plain bytes takes them after everything that is named. */
const LEAST = 0.0001

/**
 * The compressions that a reader likes better than plain bytes, the best first.
 * @param accepted value of `Accept-Encoding`; nothing is accepted without one
 */
export function listEncodings(accepted = ''): Encoding[] {
  const weights = new Map(accepted.split(',').map(readItem))
  const rest = weights.get('*') ?? 0
  const plain = weights.get('identity') ?? LEAST
  return ENCODINGS.map((name) => ({ name, weight: weights.get(name) ?? rest }))
    .filter(({ weight }) => weight > 0 && weight >= plain)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ name }) => name)
}

function readItem(item: string): [name: string, weight: number] {
  const [name = '', ...parameters] = item.toLowerCase().split(';')
  const given = parameters.map((parameter) => /^\s*q\s*=\s*(\d(?:\.\d*)?)\s*$/.exec(parameter)?.[1])
  return [name.trim(), Number(given.find((weight) => weight !== undefined) ?? 1)]
}
