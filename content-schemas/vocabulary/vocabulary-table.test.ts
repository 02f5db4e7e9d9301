import { expect, test } from 'vitest'
import { ACTIVITY_STATUSES } from './activity-statuses.ts'
import { CHANNELS } from './channels.ts'
import { COLUMN_ROLES } from './column-roles.ts'
import { CONSENT_SCOPES } from './consent-scopes.ts'
import { CRITERIA } from './criteria.ts'
import { DEADLINE_KINDS } from './deadline-kinds.ts'
import { DOCUMENT_TYPES } from './document-types.ts'
import { EVIDENCE_LEVELS } from './evidence-levels.ts'
import { FORMS } from './forms.ts'
import { INDICATORS } from './indicators.ts'
import { KINDS } from './kinds.ts'
import { LEGAL_ACT_KINDS } from './legal-act-kinds.ts'
import { LEVELS } from './levels.ts'
import { LICENCES } from './licences.ts'
import { MATERIAL_AUDIENCES } from './material-audiences.ts'
import { MATERIAL_TYPES } from './material-types.ts'
import { ORGANIZATION_KINDS } from './organization-kinds.ts'
import { ORGANIZATION_LEVELS } from './organization-levels.ts'
import { PRACTICE_AUDIENCES } from './practice-audiences.ts'
import { listRoleModels, ROLE_MODELS } from './role-models.ts'
import { ROLES } from './roles.ts'
import { STAGES } from './stages.ts'
import { TIME_ZONES } from './time-zones.ts'
import { findEntry, findTitle, listOptions, type VocabularyEntry } from './vocabulary-table.ts'

const tables: Readonly<Record<string, readonly VocabularyEntry[]>> = {
  ACTIVITY_STATUSES,
  CHANNELS,
  COLUMN_ROLES,
  CONSENT_SCOPES,
  CRITERIA,
  DEADLINE_KINDS,
  DOCUMENT_TYPES,
  EVIDENCE_LEVELS,
  FORMS,
  INDICATORS,
  KINDS,
  LEGAL_ACT_KINDS,
  LEVELS,
  LICENCES,
  MATERIAL_AUDIENCES,
  MATERIAL_TYPES,
  ORGANIZATION_KINDS,
  ORGANIZATION_LEVELS,
  PRACTICE_AUDIENCES,
  ROLE_MODELS,
  ROLES,
  STAGES,
}

test.each(Object.entries(tables))('%s has distinct keys for addresses and distinct titles', (_, table) => {
  expect(new Set(table.map(({ key }) => key)).size).toBe(table.length)
  expect(new Set(table.map(({ title }) => title)).size).toBe(table.length)
  expect(table.filter(({ key }) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([])
  expect(table.filter(({ title }) => title.trim() !== title || title === '')).toEqual([])
})

test.each([
  ['STAGES', 8],
  ['CHANNELS', 7],
  ['FORMS', 10],
  ['KINDS', 9],
  ['ROLE_MODELS', 16],
  ['MATERIAL_TYPES', 24],
  ['DOCUMENT_TYPES', 26],
  ['INDICATORS', 11],
  ['CRITERIA', 5],
  ['DEADLINE_KINDS', 18],
  ['ROLES', 20],
])('%s has all %d entries of the domain', (name, count) => {
  expect(tables[name]).toHaveLength(count)
})

test('time zones are known to the calendar', () => {
  for (const { key } of TIME_ZONES)
    expect(() => new Intl.DateTimeFormat('ru', { timeZone: key })).not.toThrow()
})

test('a table is read by key', () => {
  expect(findTitle(STAGES, 'info')).toBe('Информационная поддержка')
  expect(findTitle(STAGES, 'unknown')).toBe('unknown')
  expect(findTitle(STAGES, undefined)).toBe('')
  expect(findEntry(STAGES, 'work')?.official.teachers).toBeNull()
  expect(findEntry(STAGES, null)).toBeUndefined()
  expect(listOptions(CHANNELS)[1]).toEqual({ title: 'ВКонтакте', value: 'vk' })
})

test('forms have their role models', () => {
  expect(listRoleModels('pupil-pupil')).toHaveLength(4)
  expect(listRoleModels('educator-educator')).toEqual([])
})
