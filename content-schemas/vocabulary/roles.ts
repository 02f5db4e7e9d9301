import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Roles of people and bodies in a system of mentoring. */
export const ROLES = [
  { key: 'curator', title: 'куратор' },
  { key: 'mentor', title: 'наставник' },
  { key: 'mentee', title: 'наставляемый' },
  { key: 'novice', title: 'молодой специалист' },
  { key: 'head', title: 'руководитель организации' },
  { key: 'psychologist', title: 'педагог-психолог' },
  { key: 'methodologist', title: 'методист' },
  { key: 'senior-nursery-teacher', title: 'старший воспитатель' },
  { key: 'deputy-teaching', title: 'заместитель директора по УВР' },
  { key: 'deputy-upbringing', title: 'заместитель директора по ВР' },
  { key: 'subject-head', title: 'руководитель МО' },
  { key: 'methodical-council', title: 'методический совет' },
  { key: 'site-administrator', title: 'администратор сайта' },
  { key: 'working-group', title: 'рабочая или проектная группа' },
  { key: 'municipal-curator', title: 'муниципальный куратор (должностное лицо)' },
  { key: 'regional-centre', title: 'региональный центр наставничества / ИРО' },
  { key: 'mentor-council', title: 'совет наставников' },
  { key: 'mentor-association', title: 'ассоциация наставников' },
  { key: 'partner', title: 'социальный партнёр / работодатель' },
  { key: 'parent', title: 'родитель (законный представитель)' },
] as const satisfies readonly VocabularyEntry[]

export type RoleKey = KeyOf<typeof ROLES>
