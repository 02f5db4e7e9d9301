import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredDocument } from '../documents/stored-document.ts'
import { mergeRoadmap } from './merge-roadmap.ts'
import { fingerprint } from './same-content.ts'
import { layOutPlan } from './roadmap-plan.ts'

interface Row {
  _key: string
  number?: string
  text: string
  deadlines?: { _key: string; verbatim: string }[]
  status?: string
}

const roadmapOf = (...stages: [title: string, ...rows: Row[]][]): StoredDocument => ({
  _id: 'roadmap-school-2024',
  _type: 'roadmap',
  title: 'Карта',
  stages: stages.map(([title, ...activities], index) => ({ _key: `s${index + 1}`, title, activities })),
})
const row = (_key: string, text: string, more: Partial<Row> = {}): Row => ({ _key, text, ...more })
const due = (verbatim: string) => [{ _key: 'd', verbatim }]
const rowsOf = (document: StoredDocument) =>
  [...layOutPlan(document).values()]
    .filter(({ kind }) => kind === 'row')
    .map(({ fields }) => `${fields._key} ${String(fields['text'])}`)

const ORDER = row('s1a1', 'Издать приказ о наставничестве', { deadlines: due('сентябрь') })
const TRAIN = row('s1a2', 'Провести обучение наставников', { deadlines: due('октябрь') })
const SUM_UP = row('s1a3', 'Подвести итоги года', { deadlines: due('май') })
const base = roadmapOf(['Подготовка', ORDER, TRAIN, SUM_UP])

test('a row set between others shifts none of their keys', () => {
  const imported = roadmapOf([
    'Подготовка',
    ORDER,
    row('s1a2', 'Собрать анкеты педагогов'),
    { ...TRAIN, _key: 's1a3' },
    { ...SUM_UP, _key: 's1a4' },
  ])
  const { document, differences } = mergeRoadmap({ base, edited: base, imported })
  expect(rowsOf(document)).toEqual([
    's1a1 Издать приказ о наставничестве',
    's1a2-2 Собрать анкеты педагогов',
    's1a2 Провести обучение наставников',
    's1a3 Подвести итоги года',
  ])
  expect(differences).toMatchObject([
    { id: 'row:s1a2-2', field: null, edited: undefined, taken: 'imported', conflict: false },
  ])
})

test('a reworded row keeps its key, and the editor’s other fields with it', () => {
  const edited = roadmapOf(['Подготовка', ORDER, { ...TRAIN, status: 'done' }, SUM_UP])
  const imported = roadmapOf([
    'Подготовка',
    ORDER,
    row('s1a2', 'Провести очное обучение наставников', { deadlines: due('ноябрь') }),
    SUM_UP,
  ])
  const { document } = mergeRoadmap({ base, edited, imported })
  expect(document).toMatchObject({
    stages: [
      {
        activities: [
          {},
          {
            _key: 's1a2',
            text: 'Провести очное обучение наставников',
            status: 'done',
            deadlines: due('ноябрь'),
          },
          {},
        ],
      },
    ],
  })
})

test('where both changed a deadline the editor’s stays, unless the file’s is chosen', () => {
  const edited = roadmapOf(['Подготовка', ORDER, { ...TRAIN, deadlines: due('до 15 октября') }, SUM_UP])
  const imported = roadmapOf(['Подготовка', ORDER, { ...TRAIN, deadlines: due('ноябрь') }, SUM_UP])
  const id = 'row:s1a2:deadlines'
  const usual = mergeRoadmap({ base, edited, imported })
  expect(usual.document).toEqual(edited)
  expect(usual.differences).toMatchObject([
    { id, place: 'Провести обучение наставников', edited: due('до 15 октября'), imported: due('ноябрь') },
  ])
  const chosen = mergeRoadmap({ base, edited, imported }, { choices: { [id]: 'imported' } })
  expect(chosen.document).toEqual(imported)
  expect(chosen.differences.map((difference) => difference.id)).toEqual([id])
})

test('a row that the file has no more goes, unless editors worked on it or publications point at it', () => {
  const imported = roadmapOf(['Подготовка', SUM_UP])
  const edited = roadmapOf(['Подготовка', ORDER, { ...TRAIN, status: 'done' }, SUM_UP])
  const merge = (options: Parameters<typeof mergeRoadmap>[1]) =>
    rowsOf(mergeRoadmap({ base, edited, imported }, options).document).map((words) => words.slice(0, 4))
  expect(merge({})).toEqual(['s1a2', 's1a3'])
  expect(merge({ covered: new Set(['s1a1']) })).toEqual(['s1a1', 's1a2', 's1a3'])
  expect(merge({ choices: { 'row:s1a2': 'imported' } })).toEqual(['s1a3'])
})

test('a row that editors took away stays away; changed in the file, it is offered', () => {
  const edited = roadmapOf(['Подготовка', ORDER, SUM_UP])
  expect(mergeRoadmap({ base, edited, imported: base })).toMatchObject({ document: edited, differences: [] })
  const imported = roadmapOf(['Подготовка', ORDER, { ...TRAIN, deadlines: due('ноябрь') }, SUM_UP])
  const offered = mergeRoadmap({ base, edited, imported })
  expect(offered.document).toEqual(edited)
  expect(offered.differences).toMatchObject([{ id: 'row:s1a2', edited: undefined, conflict: true }])
  const taken = mergeRoadmap({ base, edited, imported }, { choices: { 'row:s1a2': 'imported' } })
  expect(taken.document).toEqual(imported)
})

test('an order that editors and the file changed each its own way is asked about', () => {
  const edited = roadmapOf(['Подготовка', TRAIN, ORDER, SUM_UP])
  const imported = roadmapOf(['Подготовка', ORDER, SUM_UP, TRAIN])
  const keys = (side: 'edited' | 'imported') =>
    rowsOf(mergeRoadmap({ base, edited, imported }, { choices: { order: side } }).document).map((words) =>
      words.slice(0, 4),
    )
  expect(mergeRoadmap({ base, edited, imported }).differences).toMatchObject([{ id: 'order' }])
  expect(keys('edited')).toEqual(['s1a2', 's1a1', 's1a3'])
  expect(keys('imported')).toEqual(['s1a1', 's1a3', 's1a2'])
})

test('when nobody knows what was imported before, nothing of the editors gives way', () => {
  const edited = roadmapOf(['Подготовка', ORDER, { ...TRAIN, deadlines: due('до 15 октября') }])
  const { document, differences } = mergeRoadmap({ base: null, edited, imported: base })
  expect(document).toEqual({
    ...edited,
    stages: [
      {
        _key: 's1',
        title: 'Подготовка',
        activities: [ORDER, { ...TRAIN, deadlines: due('до 15 октября') }, SUM_UP],
      },
    ],
  })
  expect(differences.map(({ id, conflict }) => ({ id, conflict }))).toEqual([
    { id: 'row:s1a2:deadlines', conflict: true },
    { id: 'row:s1a3', conflict: false },
  ])
})

const words = fc.constantFrom(
  'Издать приказ о наставничестве',
  'Провести обучение наставников',
  'Провести очное обучение наставников',
  'Собрать анкеты',
  'Подвести итоги года',
  'Рассказать на сайте',
)
const deadline = fc.constantFrom('сентябрь', 'до 15 октября', 'май')
const arbitraryRoadmap = fc
  .array(
    fc.record({
      title: fc.constantFrom('Подготовка', 'Работа', 'Итоги'),
      rows: fc.array(fc.record({ text: words, deadline, number: fc.boolean() }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((stages) =>
    roadmapOf(
      ...stages.map(({ title, rows }, stage): [string, ...Row[]] => [
        title,
        ...rows.map(({ text, deadline: verbatim, number }, index) =>
          row(`s${stage + 1}a${index + 1}`, text, {
            ...(number ? { number: `${index + 1}` } : {}),
            deadlines: due(verbatim),
          }),
        ),
      ]),
    ),
  )

/** What editors do to a roadmap: each edit names a row by its place, counted round. */
const arbitraryEdits = fc.array(
  fc.record({
    at: fc.nat(20),
    edit: fc.constantFrom('deadline', 'text', 'status', 'remove', 'add', 'swap', 'split'),
  }),
  { maxLength: 6 },
)

interface Stage {
  _key: string
  title: string
  activities: Row[]
}

function isStage(value: unknown): value is Stage {
  return typeof value === 'object' && value !== null && 'activities' in value
}

function edit(document: StoredDocument, edits: readonly { at: number; edit: string }[]): StoredDocument {
  const copy = structuredClone(document)
  const stages = Array.isArray(copy['stages']) ? copy['stages'].filter(isStage) : []
  for (const [count, { at, edit: kind }] of edits.entries()) {
    const stage = stages[at % stages.length]
    if (!stage) continue
    const rows = stage.activities
    const place = at % Math.max(1, rows.length)
    const one = rows[place]
    if (kind === 'add') rows.splice(place, 0, row(`new${count}`, `Новое дело ${count}`))
    else if (kind === 'split') {
      const cut = rows.splice(place)
      stages.splice(stages.indexOf(stage) + 1, 0, { _key: `cut${count}`, title: 'Ещё', activities: cut })
    } else if (!one) continue
    else if (kind === 'remove') rows.splice(place, 1)
    else if (kind === 'swap') rows.push(...rows.splice(place, 1))
    else if (kind === 'deadline') one.deadlines = due(`правка ${count}`)
    else if (kind === 'text') one.text = `${one.text}, правка ${count}`
    else one.status = 'done'
  }
  return { ...copy, stages }
}

const content = (document: StoredDocument) => fingerprint(document['stages'])

test('law: what nobody edited becomes what the file says', () => {
  fc.assert(
    fc.property(arbitraryRoadmap, arbitraryRoadmap, (before, imported) => {
      const { document } = mergeRoadmap({ base: before, edited: before, imported })
      expect(content(document)).toBe(content(imported))
      const keys = [...layOutPlan(document).values()].map(({ fields }) => fields._key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('law: a file that did not change changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRoadmap, arbitraryEdits, (before, edits) => {
      const edited = edit(before, edits)
      expect(mergeRoadmap({ base: before, edited, imported: before })).toEqual({
        document: edited,
        differences: [],
        base: before,
      })
    }),
  )
})

test('law: no field that editors changed is lost', () => {
  fc.assert(
    fc.property(arbitraryRoadmap, arbitraryEdits, arbitraryRoadmap, (before, edits, imported) => {
      const edited = edit(before, edits)
      const { document } = mergeRoadmap({ base: before, edited, imported })
      const [was, merged] = [layOutPlan(before), layOutPlan(document)]
      const lost = [...layOutPlan(edited)].flatMap(([id, { fields }]) =>
        Object.entries(fields)
          .filter(([name, value]) => fingerprint(was.get(id)?.fields[name]) !== fingerprint(value))
          .filter(([name, value]) => fingerprint(merged.get(id)?.fields[name]) !== fingerprint(value)),
      )
      expect(lost).toEqual([])
    }),
  )
})

test('law: the same file again changes nothing, whether or not its first reading is known', () => {
  fc.assert(
    fc.property(arbitraryRoadmap, arbitraryEdits, arbitraryRoadmap, (before, edits, imported) => {
      const edited = edit(before, edits)
      const first = mergeRoadmap({ base: before, edited, imported })
      const second = mergeRoadmap({ base: first.base, edited: first.document, imported })
      expect(second.document).toEqual(first.document)
      expect(second.differences).toEqual([])
    }),
  )
})
