import { expect, test } from 'vitest'
import type { LakeDocument } from '../documents/content-document.ts'
import { isConsentValid, listConsentDays } from './consent-day.ts'

const stored = new Map<string, LakeDocument>([
  ['school', { _id: 'school', _type: 'organization', region: { _ref: 'kamchatka' } }],
  ['kamchatka', { _id: 'kamchatka', _type: 'region', timeZone: 'Asia/Kamchatka' }],
])
const consent = { scope: ['name'], date: '2026-01-01', until: '2026-11-20' }
const anywhere: LakeDocument = { _id: 'anna', _type: 'person', consent }
const inKamchatka = { ...anywhere, organization: { _ref: 'school' } }

test.each([
  ['the last day has passed where the person works', inKamchatka, '2026-11-20T12:00:00Z', false, 3],
  ['it has not yet', inKamchatka, '2026-11-20T11:59:59Z', true, 0],
  ['in Moscow it has not yet', anywhere, '2026-11-20T12:00:00Z', true, 0],
  ['in Moscow it has', anywhere, '2026-11-20T21:00:00Z', false, 0],
  ['it has passed everywhere', inKamchatka, '2026-11-21T12:00:00Z', false, 0],
  ['a day is the same everywhere', inKamchatka, '2026-11-20', true, 0],
])('%s', (_, person, today, valid, mostReads) => {
  const asked: string[] = []
  const get = (id: string) => {
    asked.push(id)
    return stored.get(id)
  }
  expect(isConsentValid(person, { get, today })).toBe(valid)
  expect(asked.length).toBeLessThanOrEqual(mostReads)
})

test('a consent changes by itself on its days only', () => {
  expect(listConsentDays(anywhere)).toEqual(['2026-01-01', '2026-11-20'])
  expect(listConsentDays({})).toEqual([])
})
