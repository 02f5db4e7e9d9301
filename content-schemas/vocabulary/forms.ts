import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Forms of mentoring by who mentors whom (Р-145 for pupils, АЗ-1128 for teachers). */
export const FORMS = [
  { key: 'pupil-pupil', title: 'ученик – ученик' },
  { key: 'teacher-teacher', title: 'учитель – учитель' },
  { key: 'student-pupil', title: 'студент – ученик' },
  { key: 'employer-pupil', title: 'работодатель – ученик' },
  { key: 'employer-student', title: 'работодатель – студент' },
  { key: 'educator-educator', title: 'педагог – педагог' },
  { key: 'head-educator', title: 'руководитель образовательной организации – педагог' },
  { key: 'university-educator', title: 'педагог вуза или колледжа – молодой педагог' },
  { key: 'partner-educator', title: 'социальный партнёр – педагогический работник' },
  { key: 'nursery-nursery', title: 'воспитатель – воспитатель' },
] as const satisfies readonly VocabularyEntry[]

export type FormKey = KeyOf<typeof FORMS>
