import type { Inference } from './deadline-reading.ts'

const FIELDS: Record<Inference['field'], string> = {
  start: 'начало',
  end: 'окончание',
  recurrence: 'повторение',
  verbatim: 'слова',
}

const SOURCES: Record<Inference['from'], string> = {
  cell: 'другая дата той же ячейки',
  section: 'заголовок раздела',
  period: 'срок дорожной карты',
  order: 'дата приказа',
  derived: 'другие сроки документа',
  preamble: 'правило перед таблицей',
  convention: 'принятый порядок',
  dictionary: 'словарь',
}

/** Where a value that the words do not state was taken from: «срок дорожной карты». */
export function sourceOfInference({ from }: Inference): string {
  return SOURCES[from]
}

/** What was supplied, of a stored inference: «начало»; the value itself when it is none that we know. */
export function nameInferredField(field: string): string {
  return new Map<string, string>(Object.entries(FIELDS)).get(field) ?? field
}

/** What the words do not state, and where it was taken from: «начало и окончание: срок дорожной карты». */
export function describeInferences(inferences: readonly Inference[]): string {
  const bySource = Map.groupBy(inferences, sourceOfInference)
  return [...bySource]
    .map(([source, some]) => `${listWords(some.map(({ field }) => FIELDS[field]))}: ${source}`)
    .join('; ')
}

const list = new Intl.ListFormat('ru', { type: 'conjunction' })

function listWords(words: readonly string[]): string {
  return list.format(new Set(words))
}
