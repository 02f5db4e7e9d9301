import { expect, test } from 'vitest'
import { auditParameters, describeEntry, type AuditEntry } from './audit-entry.ts'
import { eventTitle, isAlarming } from './event-titles.ts'

const entry: AuditEntry = {
  sequence: 1,
  at: '2026-09-01T09:00:00.000Z',
  kind: 'published',
  actor: 'u1',
  actorName: 'Анна',
  subject: '',
  address: '',
  details: {},
}

const titleOf = (type: string) => (type === 'practice' ? 'Практика' : undefined)

test.each<[Partial<AuditEntry>, string]>([
  [{}, ''],
  [{ subject: 'anna', details: { role: 'editor', scopes: ['Школа № 5'] } }, 'anna, редактор, Школа № 5'],
  [{ subject: 'Карта', details: { subjects: ['Карта'], count: 1 } }, 'Карта'],
  [{ subject: 'Карта', details: { subjects: ['Карта'], count: 30 } }, 'Карта, и ещё 29'],
  [
    { subject: 'Круг (практик), Пара (practice), План (practice)' },
    'Круг (практик), Пара (практика), План (практика)',
  ],
  [{ subject: 'Файл (sanity.fileAsset)' }, 'Файл (sanity.fileAsset)'],
  [{ details: { types: 'person, practice' } }, 'виды: person, практика'],
])('%o is told as "%s"', (fields, told) => {
  expect(describeEntry({ ...entry, ...fields }, titleOf)).toBe(told)
})

test('a filter asks for one whole day', () => {
  expect(auditParameters({ kinds: [], actor: '', day: '' })).toEqual({})
  const {
    since = '',
    until = '',
    ...rest
  } = auditParameters({ kinds: ['sign-in', 'sign-out'], actor: 'u1', day: '2026-09-01' }, 7)
  expect(rest).toEqual({ kinds: 'sign-in,sign-out', actor: 'u1', before: '7' })
  expect(Date.parse(until) - Date.parse(since)).toBe(24 * 60 * 60_000)
})

test('an unknown event is shown as it is', () => {
  expect(eventTitle('sign-in')).toBe('Вход')
  expect(eventTitle('something-new')).toBe('something-new')
  expect([isAlarming('sign-in-failed'), isAlarming('sign-in')]).toEqual([true, false])
})
