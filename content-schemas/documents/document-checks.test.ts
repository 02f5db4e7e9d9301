import { expect, test } from 'vitest'
import { FORMS } from '../vocabulary/forms.ts'
import { ROLE_MODELS } from '../vocabulary/role-models.ts'
import { checkRoleModel } from './practice-role-model.ts'
import { proposeRoadmapAddress } from './roadmap-address.ts'
import { checkSingleOwner } from './single-owner.ts'

test.each([
  [{ organization: { _ref: 'a' } }, 'true'],
  [{ region: { _ref: 'a' }, organization: null }, 'true'],
  [{}, 'Выберите'],
  [undefined, 'Выберите'],
  [{ region: { _ref: 'a' }, organization: { _ref: 'b' } }, 'Оставьте'],
])('the owner of %j', (document, expected) => {
  expect(String(checkSingleOwner(document))).toContain(expected)
})

test.each([
  ['lider-passivnyj', 'pupil-pupil', 'true'],
  ['aktivnyj-professional-ravnodushnyj-potrebitel', 'employer-student', 'true'],
  [undefined, 'pupil-pupil', 'true'],
  ['lider-passivnyj', undefined, 'true'],
  ['lider-passivnyj', 'unknown', 'true'],
  ['lider-passivnyj', 'student-pupil', 'куратор – автор проекта'],
  ['lider-passivnyj', 'educator-educator', 'очистите'],
])('role model %s in form %s', (model, form, expected) => {
  expect(String(checkRoleModel(model, form))).toContain(expected)
})

test('every role model belongs to a form', () => {
  const forms = new Set<string>(FORMS.map(({ key }) => key))
  for (const model of ROLE_MODELS) expect(model.forms.filter((form) => !forms.has(form))).toEqual([])
})

test.each([
  [{ period: { start: '2024-09-01', end: '2025-05-31' }, title: 'Карта' }, '2024-2025'],
  [{ period: { start: '2024-01-01', end: '2024-12-31' } }, '2024'],
  [{ period: { start: '2024-01-01' }, title: 'Карта' }, '2024'],
  [{ title: 'Карта' }, 'Карта'],
  [{}, ''],
])('the address of %j is made of «%s»', (document, words) => {
  expect(proposeRoadmapAddress(document)).toBe(words)
})
