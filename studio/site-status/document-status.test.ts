import { expect, test } from 'vitest'
import { describeStatus, isSettled, type StatusAnswer } from './document-status.ts'
import { sinceWords } from './since-words.ts'

const NOW = new Date('2026-09-01T12:00:00Z')
const live: StatusAnswer = {
  state: 'live',
  revision: 'r1',
  path: '/praktiki/chitaem/',
  updatedAt: '2026-09-01T11:59:55Z',
  problems: [],
  problem: null,
}
const absent: StatusAnswer = { ...live, state: 'absent', revision: null, path: null, updatedAt: null }

test.each<[string, Partial<StatusAnswer>, string | null, string]>([
  ['what is live', {}, 'r1', 'На сайте: обновлено 5 секунд назад'],
  ['what has no page', { path: null }, 'r1', 'На страницах сайта: обновлено 5 секунд назад'],
  ['what is live since unknown times', { updatedAt: null }, 'r1', 'На сайте: опубликован'],
  ['a revision the site does not know yet', {}, 'r2', 'На сайте: обновляется…'],
  ['a page that waits', { state: 'waiting' }, 'r1', 'На сайте: обновляется…'],
  ['what was unpublished a moment ago', {}, null, 'Снимается с сайта…'],
  ['what was published a moment ago', absent, 'r1', 'На сайте: обновляется…'],
  ['what was never published', absent, null, 'Не опубликован'],
  ['what is not sound', { state: 'rejected' }, 'r1', 'Опубликован, но на сайт не попал: в нём ошибки.'],
])('%s', (_, answer, revision, text) => {
  expect(describeStatus({ ...live, ...answer }, revision, NOW).text).toBe(text)
})

test.each<[Partial<StatusAnswer>, string, RegExp]>([
  [{ state: 'hidden' }, 'caution', /согласия/],
  [{ state: 'failed' }, 'critical', /прежняя версия/],
  [{ state: 'held' }, 'caution', /прежнему выпуску/],
  [{ problem: 'ECONNREFUSED' }, 'caution', /не обновляется/],
])('%j is said in plain words', (answer, tone, text) => {
  const words = describeStatus({ ...live, ...answer }, 'r1', NOW)
  expect([words.tone, text.test(words.text)]).toEqual([tone, true])
  expect(words.text).not.toContain('ECONNREFUSED')
})

test('only what waits, or is another revision, is about to change', () => {
  expect(isSettled(live, 'r1')).toBe(true)
  expect(isSettled(live, 'r2')).toBe(false)
  expect(isSettled({ ...live, state: 'waiting' }, 'r1')).toBe(false)
})

test.each([
  ['2026-09-01T12:00:05Z', 'только что'],
  ['2026-09-01T11:59:59Z', 'только что'],
  ['2026-09-01T11:59:39Z', '21 секунду назад'],
  ['2026-09-01T11:57:00Z', '3 минуты назад'],
  ['2026-09-01T07:00:00Z', '5 часов назад'],
  ['2026-08-30T12:00:00Z', '2 дня назад'],
  ['2026-08-01T12:00:00Z', '1 августа 2026 г.'],
])('%s was %s', (at, words) => {
  expect(sinceWords(new Date(at), NOW)).toBe(words)
})
