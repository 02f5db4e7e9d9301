import { expect, test } from 'vitest'
import { hasValidConsent } from './consent.ts'

const today = '2026-11-21'
const valid = { _type: 'consent', scope: ['name'], date: '2026-01-01' }

test.each<[string, unknown, boolean]>([
  ['signed earlier, no end', valid, true],
  ['signed today', { ...valid, date: today }, true],
  ['ends today', { ...valid, until: today }, true],
  ['ends later', { ...valid, until: '2030-01-01' }, true],
  ['empty end and withdrawal', { ...valid, until: null, withdrawn: null }, true],
  ['several scopes', { ...valid, scope: ['photo', 'name'] }, true],
  ['none', undefined, false],
  ['null', null, false],
  ['a bare yes', true, false],
  ['an empty object', {}, false],
  ['not yet begun', { ...valid, date: '2026-11-22' }, false],
  ['ended yesterday', { ...valid, until: '2026-11-20' }, false],
  ['withdrawn long ago', { ...valid, withdrawn: '2026-02-01' }, false],
  ['withdrawn today', { ...valid, withdrawn: today }, false],
  ['withdrawn from tomorrow', { ...valid, withdrawn: '2026-11-22' }, false],
  ['withdrawn without a date', { ...valid, withdrawn: '' }, false],
  ['scope without the name', { ...valid, scope: ['photo', 'contacts', 'works'] }, false],
  ['no scope', { _type: 'consent', date: '2026-01-01' }, false],
  ['scope as text', { ...valid, scope: 'name' }, false],
  ['no date', { _type: 'consent', scope: ['name'] }, false],
  ['date in Russian', { ...valid, date: '01.01.2026' }, false],
  ['end in Russian', { ...valid, until: '31.12.2030' }, false],
])('consent %s', (_, consent, expected) => {
  expect(hasValidConsent({ consent }, today)).toBe(expected)
})

test.each(['photo', 'contacts', 'works'] as const)('a name does not allow %s', (scope) => {
  expect(hasValidConsent({ consent: valid }, today, scope)).toBe(false)
  expect(hasValidConsent({ consent: { ...valid, scope: [scope] } }, today, scope)).toBe(true)
})

test('nothing is allowed when today is unknown', () => {
  expect(hasValidConsent({ consent: valid }, '')).toBe(false)
})
