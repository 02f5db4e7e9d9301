import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryRoadmap } from './corpus/arbitrary-roadmaps.ts'
import { measure, type Measures } from './corpus/measure.ts'
import { renderDocx } from './corpus/render-docx.ts'
import { renderHtml } from './corpus/render-html.ts'
import { renderPdf } from './corpus/render-pdf.ts'
import type { RoadmapModel } from './corpus/roadmap-model.ts'
import { readHtmlRoadmap, readRoadmapBytes } from './read-roadmap-file.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'

const FORMATS: [string, (model: RoadmapModel) => Promise<Uint8Array> | Uint8Array][] = [
  ['.html', (model) => new TextEncoder().encode(renderHtml(model))],
  ['.docx', renderDocx],
  ['.pdf', renderPdf],
]

const KEYS = ['stages', 'rows', 'deadlines', 'people', 'words'] as const satisfies (keyof Measures)[]

test.each(FORMATS)('roadmaps written as %s are read back', async (name, render) => {
  const models = fc.sample(arbitraryRoadmap, { numRuns: 12, seed: 3000 + name.length })
  const measures: Measures[] = []
  for (const model of models) {
    // oxlint-disable-next-line no-await-in-loop -- one document at a time keeps the memory low
    const { outline } = await readRoadmapBytes(await render(model))
    measures.push(measure(model, outline))
  }
  const shares = KEYS.map((key) => measures.reduce((sum, one) => sum + one[key], 0) / measures.length)
  expect(KEYS.filter((_, index) => (shares[index] ?? 0) < 0.98)).toEqual([])
})

test('a table pasted from Word keeps merged cells, lists and people', () => {
  const { outline } = readHtmlRoadmap(`<table>
    <tr><th>№</th><th>Этап</th><th>Мероприятия</th><th>Срок</th><th>Ответственный</th></tr>
    <tr><td rowspan=2>1</td><td rowspan=2>Отбор и обучение</td><td><ol><li>Подбор наставников</li><li>Обучение наставников</li></ol></td>
      <td>октябрь 2024</td><td rowspan=2>Иванова М.П.</td></tr>
    <tr><td>Установочная сессия</td><td>ноябрь 2024</td></tr></table>`)
  const activities = outline.stages[0]?.activities ?? []
  expect(outline.stages).toHaveLength(1)
  expect(activities.map((activity) => [activity.number, activity.deadlines[0]?.start])).toEqual([
    ['1.1', '2024-10-01'],
    ['1.1', '2024-10-01'],
    ['1.2', '2024-11-01'],
  ])
  expect(activities.map((activity) => activity.responsible[0]?.persons)).toEqual([
    ['Иванова М.П.'],
    ['Иванова М.П.'],
    ['Иванова М.П.'],
  ])
})

function stageTable(rows: string): string {
  return `<table><tr><td>№</td><td>Мероприятие</td><td>Срок</td><td>Ответственный</td></tr>${rows}</table>`
}

test('tables one a stage, with headings between, are one roadmap', () => {
  const { outline } = readHtmlRoadmap(`<p>Дорожная карта на 2024-2025 учебный год</p>
    <p>Этап 1. Подготовка условий</p>${stageTable('<tr><td>1.1</td><td>Приказ о кураторе</td><td>сентябрь</td><td>директор</td></tr>')}
    <p>Этап 2. Завершение</p>${stageTable('<tr><td>2.1</td><td>Итоговая встреча</td><td>май</td><td>куратор</td></tr>')}`)
  expect(
    outline.stages.map(({ number, title, activities }) => [number, title, activities[0]?.number]),
  ).toEqual([
    ['1', 'Подготовка условий', '1.1'],
    ['2', 'Завершение', '2.1'],
  ])
})

test.each([
  ['a broken .docx', [0x50, 0x4b, 0x03, 0x04, ...new TextEncoder().encode('word/document.xml')]],
  ['an archive', [0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]],
  ['a broken .pdf', [...new TextEncoder().encode('%PDF-1.7 nothing')]],
  ['a .rtf', [...new TextEncoder().encode('{\\rtf1 text}')]],
])('%s is refused with a sentence', async (_, bytes) => {
  await expect(readRoadmapBytes(Uint8Array.from(bytes))).rejects.toBeInstanceOf(RoadmapImportError)
})

test('an archive that says it unpacks to gigabytes is refused at once', async () => {
  const header = new Uint8Array(64)
  header.set([0x50, 0x4b, 0x03, 0x04], 0)
  header.set(new TextEncoder().encode('word/document.xml'), 4)
  header.set([0x50, 0x4b, 0x01, 0x02], 24)
  new DataView(header.buffer).setUint32(48, 0xffff_fff0, true)
  await expect(readRoadmapBytes(header)).rejects.toMatchObject({ code: 'too-large' })
})

test.each(FORMATS)('spoilt files of %s give an outline or a clear refusal', async (_, render) => {
  const [model] = fc.sample(arbitraryRoadmap, { numRuns: 1, seed: 77 })
  const whole = model ? await render(model) : new Uint8Array()
  const spoil = fc.tuple(
    fc.array(fc.tuple(fc.nat(whole.length), fc.nat(255)), { maxLength: 30 }),
    fc.integer({ min: 8, max: whole.length }),
  )
  await fc.assert(
    fc.asyncProperty(spoil, async ([edits, length]) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, byte] of edits) if (at > 8) bytes[at] = byte
      const outcome = await readRoadmapBytes(bytes.subarray(0, length)).then(
        ({ outline }) => outline.stages.length > 0,
        (error) => error instanceof RoadmapImportError,
      )
      expect(outcome).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('deeply nested tags and cells across thousands of columns are no trouble', async () => {
  const nested = `${'<div>'.repeat(20_000)}<table><tr><td colspan=999999 rowspan=999999>№</td></tr></table>`
  await expect(readRoadmapBytes(new TextEncoder().encode(nested))).rejects.toBeInstanceOf(RoadmapImportError)
})
