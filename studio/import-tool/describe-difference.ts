import { z } from 'zod'
import type { Difference } from '#content/roadmap-import/merging/difference.ts'
import { formatDateRange } from '#content/text/dates.ts'
import { CHANNELS } from '#content/vocabulary/channels.ts'
import { LEVELS } from '#content/vocabulary/levels.ts'
import { ROADMAP_MODELS } from '#content/vocabulary/roadmap-models.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import { findTitle, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import { describeDeadline } from '../inputs/deadline-meaning.ts'

/** A difference in words. */
export interface DescribedDifference {
  /** «Мероприятие 2. Провести обучение» */
  place: string
  /** «Срок», «Новая строка в файле». */
  what: string
  edited: string
  imported: string
}

const FIELDS: Readonly<Record<string, string>> = {
  title: 'Название',
  organization: 'Организация',
  region: 'Регион',
  level: 'Уровень',
  model: 'Система наставничества',
  period: 'На какой срок карта',
  approval: 'Утверждение',
  basis: 'На основании чего',
  preamble: 'Общие правила',
  columns: 'Столбцы таблицы',
  number: 'Номер',
  canonical: 'Какой это этап наставничества',
  text: 'Слова мероприятия',
  deadlines: 'Срок',
  responsible: 'Ответственные',
  documents: 'Документы',
  results: 'Результат',
  extra: 'Другие столбцы',
  informationSupport: 'Информационная поддержка',
  channels: 'Где рассказать',
}
const VOCABULARIES: Readonly<Record<string, readonly VocabularyEntry[]>> = {
  level: LEVELS,
  model: ROADMAP_MODELS,
  canonical: STAGES,
  channels: CHANNELS,
}
const NOTHING = 'нет'

/** Says in Russian in what a file and the roadmap as editors left it differ. */
export function describeDifference(difference: Difference): DescribedDifference {
  const { about, field, place, edited, imported } = difference
  if (about === 'order') {
    return {
      place: 'Порядок строк',
      what: 'Строки переставлены',
      edited: 'как у вас',
      imported: 'как в файле',
    }
  }
  if (field === null) return { place, ...describeWhole(difference) }
  const [here, there] = [wordsOf(field, edited, false), wordsOf(field, imported, false)]
  const alike = here === there
  return {
    place: place || 'Карта в целом',
    what: FIELDS[field] ?? field,
    edited: alike ? wordsOf(field, edited, true) : here,
    imported: alike ? wordsOf(field, imported, true) : there,
  }
}

function describeWhole({ about, edited, conflict }: Difference): Omit<DescribedDifference, 'place'> {
  const name = about === 'stage' ? 'этап' : 'строка'
  const isNew = about === 'stage' ? 'Новый' : 'Новая'
  if (edited !== undefined) {
    return {
      what: conflict
        ? `В файле этого больше нет, но с ней работали (${name})`
        : `В файле больше нет: ${name}`,
      edited: 'оставить',
      imported: 'убрать',
    }
  }
  return {
    what: conflict ? `Вы это убрали, а в файле оно изменилось: ${name}` : `${isNew} ${name} в файле`,
    edited: 'не добавлять',
    imported: 'добавить',
  }
}

const deadlines = z.array(
  z.looseObject({
    verbatim: z.string().nullish(),
    kind: z.string().nullish(),
    start: z.string().nullish(),
    end: z.string().nullish(),
  }),
)
const parties = z.array(z.looseObject({ verbatim: z.string().nullish() }))
const cells = z.array(z.looseObject({ heading: z.string().nullish(), text: z.string().nullish() }))
const period = z.looseObject({ start: z.string(), end: z.string() })
const approval = z.looseObject({
  kind: z.string().nullish(),
  number: z.string().nullish(),
  date: z.string().nullish(),
})

/** Words of a value; exact ones also say what words alone do not, the meaning of a deadline. */
function wordsOf(field: string, value: unknown, exact: boolean): string {
  if (value === undefined || value === null) return NOTHING
  const words = readWords(field, value, exact)
  return words === '' ? NOTHING : words
}

function readWords(field: string, value: unknown, exact: boolean): string {
  switch (field) {
    case 'deadlines':
      return list(deadlines.safeParse(value).data, (deadline) =>
        [deadline.verbatim, exact && `(${describeDeadline(deadline)})`].filter(Boolean).join(' '),
      )
    case 'responsible':
      return list(parties.safeParse(value).data, ({ verbatim }) => verbatim ?? '')
    case 'extra':
    case 'columns':
      return list(cells.safeParse(value).data, ({ heading, text }) =>
        [heading, text].filter(Boolean).join(': '),
      )
    case 'period': {
      const read = period.safeParse(value)
      return read.success ? formatDateRange(read.data) : ''
    }
    case 'approval': {
      const { kind, number, date } = approval.safeParse(value).data ?? {}
      return [kind, number && `№ ${number}`, date].filter(Boolean).join(' ')
    }
    case 'organization':
    case 'region':
      return 'другая запись'
    default:
      return plainWords(value, VOCABULARIES[field] ?? [])
  }
}

function plainWords(value: unknown, vocabulary: readonly VocabularyEntry[]): string {
  if (typeof value === 'boolean') return value ? 'да' : NOTHING
  if (Array.isArray(value)) return list(value, (item: unknown) => plainWords(item, vocabulary))
  return typeof value === 'string' ? findTitle(vocabulary, value) : ''
}

function list<Item>(items: readonly Item[] | undefined, words: (item: Item) => string): string {
  return (items ?? [])
    .map(words)
    .filter((text) => text !== '')
    .join('; ')
}
