import type { FormKey } from './forms.ts'
import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

interface RoleModelEntry extends VocabularyEntry {
  /** Forms of mentoring that have this role model. */
  readonly forms: readonly FormKey[]
}

/** Role models of the forms of the target model. @see распоряжение от 25.12.2019 № Р-145 */
export const ROLE_MODELS = [
  {
    key: 'uspevayushchij-neuspevayushchij',
    title: 'успевающий – неуспевающий',
    forms: ['pupil-pupil', 'student-pupil'],
  },
  { key: 'lider-passivnyj', title: 'лидер – пассивный', forms: ['pupil-pupil'] },
  { key: 'ravnyj-ravnomu', title: 'равный – равному', forms: ['pupil-pupil'] },
  {
    key: 'adaptirovannyj-neadaptirovannyj',
    title: 'адаптированный – неадаптированный',
    forms: ['pupil-pupil'],
  },
  {
    key: 'opytnyj-uchitel-molodoj-specialist',
    title: 'опытный учитель – молодой специалист',
    forms: ['teacher-teacher'],
  },
  {
    key: 'lider-soobshchestva-pedagog-s-problemami',
    title: 'лидер педагогического сообщества – педагог, испытывающий проблемы',
    forms: ['teacher-teacher'],
  },
  {
    key: 'novator-konservativnyj-pedagog',
    title: 'педагог-новатор – консервативный педагог',
    forms: ['teacher-teacher'],
  },
  {
    key: 'opytnyj-predmetnik-neopytnyj-predmetnik',
    title: 'опытный предметник – неопытный предметник',
    forms: ['teacher-teacher'],
  },
  { key: 'lider-ravnodushnyj', title: 'лидер – равнодушный', forms: ['student-pupil'] },
  { key: 'ravnyj-drugomu', title: 'равный – другому', forms: ['student-pupil'] },
  { key: 'kurator-avtor-proekta', title: 'куратор – автор проекта', forms: ['student-pupil'] },
  {
    key: 'aktivnyj-professional-ravnodushnyj-potrebitel',
    title: 'активный профессионал – равнодушный потребитель',
    forms: ['employer-pupil', 'employer-student'],
  },
  { key: 'kollega-molodoj-kollega', title: 'коллега – молодой коллега', forms: ['employer-pupil'] },
  {
    key: 'rabotodatel-budushchij-sotrudnik',
    title: 'работодатель – будущий сотрудник',
    forms: ['employer-pupil', 'employer-student'],
  },
  {
    key: 'uspeshnyj-professional-student',
    title: 'успешный профессионал – студент, выбирающий профессию',
    forms: ['employer-student'],
  },
  { key: 'kollega-budushchij-kollega', title: 'коллега – будущий коллега', forms: ['employer-student'] },
] as const satisfies readonly RoleModelEntry[]

export type RoleModelKey = KeyOf<typeof ROLE_MODELS>

/** Role models of one form of mentoring, [] when the form has none. */
export function listRoleModels(form: FormKey): RoleModelEntry[] {
  return ROLE_MODELS.filter((model: RoleModelEntry) => model.forms.includes(form))
}
