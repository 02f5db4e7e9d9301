import { expect, test } from 'vitest'
import { publishPlan, reference, responsible, silent } from './public-document-fixtures.ts'

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'the words are the name',
    { verbatim: 'Бархатнева И.В.', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'the name is in the accusative',
    { verbatim: 'Назначить Бархатневу И.В.', persons: [reference(silent._id)], roles: ['куратор'] },
    { persons: [], roles: ['куратор', 'Заместитель директора по УВР'] },
  ],
  [
    'initials come first',
    { verbatim: 'И.В.Бархатнева', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'a narrow column broke the name',
    { verbatim: 'Барха\nтнева\nИ.В.', persons: [reference(silent._id)] },
    { persons: [], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'the role is known already',
    {
      verbatim: 'Бархатнева И.В.',
      persons: [reference(silent._id)],
      roles: ['заместитель директора по УВР'],
    },
    { persons: [], roles: ['заместитель директора по УВР'] },
  ],
  [
    'one of two agreed',
    { verbatim: 'Бархатнева И.В., Заречнева Л.К.', persons: [reference(silent._id), reference('willing')] },
    { persons: [reference('willing')], roles: ['Заместитель директора по УВР'] },
  ],
  [
    'all agreed',
    { verbatim: 'Заречнева Л.К., куратор', persons: [reference('willing')], roles: ['куратор'] },
    { verbatim: 'Заречнева Л.К., куратор', persons: [reference('willing')], roles: ['куратор'] },
  ],
  [
    'the words name a role only',
    { verbatim: 'Зам. директора', persons: [reference(silent._id)], roles: ['зам. директора'] },
    { verbatim: 'Зам. директора', persons: [], roles: ['зам. директора', 'Заместитель директора по УВР'] },
  ],
  ['nobody took down who is named', { verbatim: 'Петров П.П.', roles: ['куратор'] }, { roles: ['куратор'] }],
  ['a role holds a name', { roles: ['Педагог-психолог Шиповнева З.У.'] }, { roles: ['Педагог-психолог'] }],
  ['a role is a name', { roles: ['Шиповнева З.У.'] }, { roles: [] }],
  [
    'the person was deleted',
    { verbatim: 'Сидорова', persons: [reference('person-sidorova-licej-2')] },
    { persons: [] },
  ],
  [
    'the name stands beside one who agreed',
    { verbatim: 'Заречнева Л.К. Петров П.П.', persons: [reference('willing')] },
    { persons: [reference('willing')] },
  ],
])('in charge, when %s', (_, given, expected) => {
  expect(publishPlan({ stages: responsible(given) })).toMatchObject({
    stages: [{ activities: [{ responsible: [{ _type: 'responsible', _key: 'r', ...expected }] }] }],
  })
  const written = JSON.stringify(publishPlan({ stages: responsible(given) }))
  expect(written.includes('"verbatim"')).toBe('verbatim' in expected)
})
