import { stringify } from 'csv-stringify/sync'
import type { ImportRecord } from './import-record.ts'

const OUTCOMES: Record<ImportRecord['outcome'], string> = {
  created: 'черновик создан',
  updated: 'черновик обновлён',
  read: 'прочитан, не загружен',
  duplicate: 'повтор, не загружен',
  failed: 'не прочитан',
  unsaved: 'прочитан, не записан',
}
const MOST_ATTENTION = 20

/** What became of a file, in Russian. */
export function nameOutcome(outcome: ImportRecord['outcome']): string {
  return OUTCOMES[outcome]
}

/** The report as a table that Russian Excel opens by a double click: UTF-8 with a mark, semicolons, no formulas. */
export function drawReportTable(records: readonly ImportRecord[]): string {
  return stringify(
    records.map((record) => ({
      Файл: record.file,
      Итог: nameOutcome(record.outcome),
      Организация: record.organization,
      Название: record.title,
      'Срок с': record.period?.start,
      'Срок по': record.period?.end,
      Этапов: record.stages,
      Мероприятий: record.activities,
      Сроков: record.deadlines,
      Предупреждения: Object.entries(record.warnings)
        .map(([code, count]) => `${code}: ${count}`)
        .join(', '),
      'Что проверить человеку': attentionOf(record),
      'Тот же документ в файле': record.duplicateOf,
      'Черновик карты':
        record.outcome === 'created' || record.outcome === 'updated' ? record.ids.roadmap : null,
      'Новые записи': record.created.join('; '),
    })),
    {
      header: true,
      columns: COLUMNS,
      delimiter: ';',
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  )
}

const COLUMNS = [
  'Файл',
  'Итог',
  'Организация',
  'Название',
  'Срок с',
  'Срок по',
  'Этапов',
  'Мероприятий',
  'Сроков',
  'Предупреждения',
  'Что проверить человеку',
  'Тот же документ в файле',
  'Черновик карты',
  'Новые записи',
]

function attentionOf({ problem, attention }: ImportRecord): string {
  const lines = attention.map(({ message, place }) =>
    place === undefined || message.includes(place) ? message : `${place}: ${message}`,
  )
  const shown = lines.slice(0, MOST_ATTENTION)
  if (lines.length > shown.length) shown.push(`и ещё ${lines.length - shown.length} — в report.json`)
  return [...(problem === null ? [] : [problem]), ...shown].join('\n')
}
