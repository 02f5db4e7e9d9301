import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

interface StageEntry extends VocabularyEntry {
  /** Names in the two official lists, null where a list has no such stage of its own. */
  readonly official: { readonly teachers: string | null; readonly target: string | null }
}

/**
 * The eight canonical stages. The two official seven-stage lists collide, so a printed stage may carry several.
 * @see письмо Минпросвещения от 21.12.2021 № АЗ-1128/08 (teachers), распоряжение от 25.12.2019 № Р-145 (target)
 */
export const STAGES = [
  {
    key: 'prepare',
    title: 'Подготовка условий',
    official: {
      teachers: 'Подготовка условий для реализации системы наставничества',
      target: 'Подготовка условий для запуска программы наставничества',
    },
  },
  {
    key: 'mentees',
    title: 'Банк наставляемых',
    official: { teachers: 'Формирование банка наставляемых', target: 'Формирование базы наставляемых' },
  },
  {
    key: 'mentors',
    title: 'Банк наставников',
    official: { teachers: 'Формирование банка наставников', target: 'Формирование базы наставников' },
  },
  {
    key: 'training',
    title: 'Отбор и обучение наставников',
    official: { teachers: 'Отбор и обучение', target: 'Отбор и обучение наставников' },
  },
  {
    key: 'pairs',
    title: 'Формирование пар и групп',
    official: {
      teachers: 'Организация и осуществление работы наставнических пар/групп',
      target: 'Формирование наставнических пар / групп',
    },
  },
  {
    key: 'work',
    title: 'Работа пар и групп',
    official: { teachers: null, target: 'Организация работы наставнических пар или групп' },
  },
  {
    key: 'finish',
    title: 'Завершение и итоги',
    official: {
      teachers: 'Завершение персонализированных программ наставничества',
      target: 'Завершение наставничества',
    },
  },
  {
    key: 'info',
    title: 'Информационная поддержка',
    official: { teachers: 'Информационная поддержка системы наставничества', target: null },
  },
] as const satisfies readonly StageEntry[]

export type StageKey = KeyOf<typeof STAGES>
