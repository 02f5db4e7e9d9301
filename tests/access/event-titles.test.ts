import { expect, test } from 'vitest'
import { AUDIT_KINDS } from '#lake/audit/audit-kinds.ts'
import { EVENT_GROUPS } from '#studio/audit/event-titles.ts'

test('the Studio has Russian words for everything that the lake writes down', () => {
  const titled = EVENT_GROUPS.flatMap(({ events }) => Object.keys(events))
  expect(titled.toSorted()).toEqual([...AUDIT_KINDS].toSorted())
})
