import { expect, test } from 'vitest'
import type { Overview } from './overview-answer.ts'
import { figuresOf, sizeWords, stateWords } from './overview-words.ts'

const calm: Overview = {
  state: 'idle',
  held: null,
  notice: null,
  pages: 12_345,
  waiting: 0,
  pendingPages: 0,
  publishedAt: '2026-09-01T11:59:00Z',
  problem: null,
  failures: [],
  failureCount: 0,
  rejected: [],
  rejectedCount: 0,
  releases: [],
  disk: { releases: 123_456_789, free: 34_567_890_123 },
}

test.each<[Partial<Overview>, string, RegExp]>([
  [{}, 'positive', /всё, что опубликовано/],
  [{ state: 'publishing' }, 'positive', /прямо сейчас/],
  [{ failureCount: 1 }, 'caution', /прежнее/],
  [{ held: '20260901T090000', failureCount: 1 }, 'caution', /прежний выпуск/],
  [{ problem: 'ENOSPC', held: '20260901T090000' }, 'critical', /не обновляется/],
])('%j', (over, tone, text) => {
  const words = stateWords({ ...calm, ...over })
  expect(words.tone).toBe(tone)
  expect(words.text).toMatch(text)
})

test.each([
  [null, 'неизвестно'],
  [0, '0 МБ'],
  [1_500_000, '1,4 МБ'],
  [123_456_789, '118 МБ'],
  [34_567_890_123, '32 ГБ'],
])('%s bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})

test('figures are words that people read', () => {
  const figures = new Map(
    figuresOf(calm, new Date('2026-09-01T12:00:00Z')).map(({ name, value }) => [name, value]),
  )
  expect(figures.get('Страниц')).toBe('12\u00A0345')
  expect(figures.get('Последняя публикация')).toBe('1 минуту назад')
})
