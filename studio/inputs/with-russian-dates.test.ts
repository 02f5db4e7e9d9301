import { expect, test } from 'vitest'
import { withRussianDates } from './with-russian-dates.ts'

test('dates are shown with the day first, at any depth, and nothing else changes', () => {
  const types = [
    {
      name: 'event',
      type: 'document',
      fields: [
        { name: 'date', type: 'datetime' },
        { name: 'title', type: 'string' },
        { name: 'place', type: 'object', fields: [{ name: 'since', type: 'date', options: { list: [] } }] },
      ],
    },
  ]
  expect(withRussianDates(types)).toEqual([
    {
      name: 'event',
      type: 'document',
      fields: [
        { name: 'date', type: 'datetime', options: { dateFormat: 'DD.MM.YYYY', timeFormat: 'HH:mm' } },
        { name: 'title', type: 'string' },
        {
          name: 'place',
          type: 'object',
          fields: [{ name: 'since', type: 'date', options: { dateFormat: 'DD.MM.YYYY', list: [] } }],
        },
      ],
    },
  ])
})

test('a format of its own is kept', () => {
  const [date] = withRussianDates([{ type: 'date', options: { dateFormat: 'MMMM YYYY' } }])
  expect(date).toEqual({ type: 'date', options: { dateFormat: 'MMMM YYYY' } })
})
