import { assert, constantFrom, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { readActivityChoices, toggleActivity, unknownActivities } from './activity-choices.ts'

const found = {
  _id: 'roadmap-licej-2024-2025',
  stages: [
    {
      _key: 's1',
      number: '1',
      title: 'Подготовка',
      activities: [
        { _key: 's1a1', number: '1.1', text: 'Приказ о наставничестве', informationSupport: null },
        { _key: 's1a2', number: '1.2.', text: 'Статья на сайте школы', informationSupport: true },
      ],
    },
    { _key: 's2', number: null, title: null, activities: [{ _key: 's2a1', number: null, text: null }] },
    { _key: 's3', number: '3', title: 'Итоги', activities: null },
  ],
}
const stages = readActivityChoices(found)

test('activities are offered by stage, with the numbers of the document', () => {
  expect(stages).toEqual([
    {
      key: 's1',
      title: '1. Подготовка',
      activities: [
        { key: 's1a1', title: '1.1. Приказ о наставничестве', informationSupport: false },
        { key: 's1a2', title: '1.2. Статья на сайте школы', informationSupport: true },
      ],
    },
    {
      key: 's2',
      title: '',
      activities: [{ key: 's2a1', title: 'Мероприятие без текста', informationSupport: false }],
    },
  ])
})

test.each([[null], [{ _id: 'r', stages: null }], ['nonsense']])('nothing is offered for %j', (result) => {
  expect(readActivityChoices(result)).toEqual([])
})

test('choosing keeps the order of the map and what the map does not know', () => {
  expect(toggleActivity(['s2a1', 'old'], 's1a2', stages)).toEqual(['s1a2', 's2a1', 'old'])
  expect(toggleActivity(['s1a2', 's2a1'], 's1a2', stages)).toEqual(['s2a1'])
  expect(toggleActivity(['old'], 'old', stages)).toEqual([])
  expect(unknownActivities(['s1a1', 'old'], stages)).toEqual(['old'])
})

test('choosing twice changes nothing but the order', () => {
  const key = constantFrom('s1a1', 's1a2', 's2a1', 'old', 'older')
  assert(
    property(uniqueArray(key), key, (chosen, one) => {
      const twice = toggleActivity(toggleActivity(chosen, one, stages), one, stages)
      expect(twice.toSorted()).toEqual(chosen.toSorted())
    }),
  )
})
