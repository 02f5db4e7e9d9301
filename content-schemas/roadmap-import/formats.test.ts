import { expect, test } from 'vitest'
import { writeZip } from './corpus/write-zip.ts'
import { readHtmlRoadmap, readRoadmapBytes } from './read-roadmap-file.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'

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
    ['Этап 1', 'Подготовка условий', '1.1'],
    ['Этап 2', 'Завершение', '2.1'],
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

test('a small archive that unpacks to hundreds of megabytes is refused', async () => {
  const bomb = await writeZip([{ name: 'word/document.xml', content: new Uint8Array(90_000_000) }])
  expect(bomb.length).toBeLessThan(200_000)
  await expect(readRoadmapBytes(bomb)).rejects.toMatchObject({ code: 'too-large' })
})

test('deeply nested tags and cells across thousands of columns are no trouble', async () => {
  const nested = `${'<div>'.repeat(20_000)}<table><tr><td colspan=999999 rowspan=999999>№</td></tr></table>`
  await expect(readRoadmapBytes(new TextEncoder().encode(nested))).rejects.toBeInstanceOf(RoadmapImportError)
})
