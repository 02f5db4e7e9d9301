import { expect, test } from 'vitest'
import type { Difference } from '#content/roadmap-import/merging/difference.ts'
import { describeDifference } from './describe-difference.ts'

const difference = (fields: Partial<Difference>): Difference => ({
  id: 'row:s1a1:text',
  about: 'row',
  place: '1. Издать приказ',
  field: null,
  edited: undefined,
  imported: undefined,
  taken: 'edited',
  conflict: true,
  ...fields,
})
const plain = (text: string) => text.replaceAll('\u00A0', ' ')
const due = (verbatim: string, end: string) => [{ verbatim, kind: 'by-date', end }]

test.each<[string, Partial<Difference>, string, string, string]>([
  [
    'deadlines by their words',
    { field: 'deadlines', edited: due('май', ''), imported: due('июнь', '') },
    'Срок',
    'май',
    'июнь',
  ],
  [
    'deadlines of the same words by their meaning',
    { field: 'deadlines', edited: due('до мая', '2025-05-01'), imported: due('до мая', '2025-04-30') },
    'Срок',
    'до мая (До определённого дня: до 1 мая 2025)',
    'до мая (До определённого дня: до 30 апреля 2025)',
  ],
  ['what one side does not have', { field: 'documents', imported: ['Приказ'] }, 'Документы', 'нет', 'Приказ'],
  [
    'words of a vocabulary',
    { field: 'level', edited: 'school', imported: 'kindergarten' },
    'Уровень',
    'Школа',
    'Детский сад',
  ],
  [
    'a new row',
    { imported: { text: 'а' }, conflict: false, taken: 'imported' },
    'Новая строка в файле',
    'не добавлять',
    'добавить',
  ],
])('%s', (_, fields, what, edited, imported) => {
  const said = describeDifference(difference(fields))
  expect({ what: said.what, edited: plain(said.edited), imported: plain(said.imported) }).toEqual({
    what,
    edited,
    imported,
  })
})
