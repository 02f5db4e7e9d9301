import { expect, test } from 'vitest'
import { readSource, type RoadmapSource } from './read-source.ts'

const LINES = [
  ['№', 'Мероприятие', 'Срок', 'Ответственный'],
  ['1', 'Издать приказ о наставничестве', 'сентябрь 2024', 'Директор'],
  ['2', 'Провести обучение наставников', 'октябрь 2024', 'Куратор'],
]
const text = LINES.map((cells) => cells.join('\t')).join('\n')
const html = `<table>${LINES.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const bytes = new TextEncoder().encode(text)

test.each<[string, RoadmapSource]>([
  ['a file', { type: 'file', bytes }],
  ['pasted words', { type: 'pasted', text, html: '' }],
  ['a pasted table', { type: 'pasted', text: '', html }],
  ['a pasted table that holds nothing, with its words', { type: 'pasted', text, html: '<table></table>' }],
])('%s is read', async (_, source) => {
  const result = await readSource(source)
  const activities = result.type === 'read' ? result.reading.outline.stages.flatMap((s) => s.activities) : []
  expect(activities.map((activity) => activity.text)).toEqual([
    'Издать приказ о наставничестве',
    'Провести обучение наставников',
  ])
})

test.each<[string, RoadmapSource]>([
  ['an empty file', { type: 'file', bytes: new Uint8Array() }],
  ['words without a table', { type: 'pasted', text: 'Здравствуйте!', html: '' }],
  ['a picture', { type: 'file', bytes: Uint8Array.of(0xff, 0xd8, 0xff) }],
])('of %s it is said in Russian what to do', async (_, source) => {
  expect(await readSource(source)).toMatchObject({
    type: 'problem',
    message: expect.stringMatching(/^[А-ЯЁ].*[.)]$/),
  })
})
