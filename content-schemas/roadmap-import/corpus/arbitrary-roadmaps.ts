import * as fc from 'fast-check'
import type {
  ModelColumn,
  ModelDeadline,
  ModelPart,
  ModelPeople,
  ModelRow,
  RoadmapModel,
} from './roadmap-model.ts'

const ORGANIZATIONS = [
  'МБОУ «СОШ № 7 с. Берёзовка»',
  'МАОУ «Гимназия № 12»',
  'МКОУ ООШ № 3',
  'МБДОУ «Детский сад № 5 «Ромашка»',
  'МБУ ДО «Дом детского творчества»',
  'ГБОУ «Лицей № 101»',
]
const TITLES = [
  'Дорожная карта по реализации системы наставничества педагогических работников в {o} на 2024-2025 учебный год',
  'План мероприятий («дорожная карта») внедрения целевой модели наставничества в {o} на 2024/2025 учебный год',
  'Дорожная карта внедрения Положения о системе наставничества {o} на 2024-2025 учебный год',
]
const STAGES = [
  'Подготовка условий для реализации системы наставничества',
  'Формирование банка наставляемых',
  'Формирование базы наставников',
  'Отбор и обучение наставников',
  'Организация и осуществление работы наставнических пар и групп',
  'Завершение персонализированных программ наставничества',
  'Информационная поддержка системы наставничества',
]
const ACTIVITIES = [
  'Проведение педагогического совета по вопросам внедрения системы наставничества',
  'Издание приказа о назначении куратора наставнической деятельности',
  'Сбор информации о профессиональных затруднениях молодых педагогов.',
  'Анкетирование педагогов, желающих принять участие в программе наставничества',
  'Разработка персонализированных программ наставничества для каждой пары.',
  'Взаимопосещение уроков наставника и наставляемого с последующим обсуждением',
  'Организация обучающего семинара для наставников: цели, роли, инструменты',
  'Проведение круглого стола «Лучшие практики наставничества»',
  'Размещение информации о ходе реализации программы на официальном сайте',
  'Мониторинг удовлетворённости участников программы (анкетирование, беседы)',
  'Заключение соглашений с социальными партнёрами – предприятиями района',
  'Формирование базы данных наставников и согласие на обработку персональных данных',
  'Подведение итогов работы наставнических пар за учебный год, награждение лучших наставников',
  'Консультации педагога-психолога для участников программы',
]
const MONTHS = [
  ['Сентябрь', '09', 30, 2024],
  ['Октябрь', '10', 31, 2024],
  ['Ноябрь', '11', 30, 2024],
  ['Декабрь', '12', 31, 2024],
  ['Январь', '01', 31, 2025],
  ['Февраль', '02', 28, 2025],
  ['Март', '03', 31, 2025],
  ['Апрель', '04', 30, 2025],
  ['Май', '05', 31, 2025],
] as const
const PLAIN_DEADLINES: ModelDeadline[] = [
  { words: 'В течение года', kind: 'year-round', start: '2024-09-01', end: '2025-05-31' },
  { words: 'в течение учебного года', kind: 'school-year', start: '2024-09-01', end: '2025-05-31' },
  { words: 'Постоянно', kind: 'ongoing', start: '2024-09-01', end: '2025-05-31' },
  { words: 'по мере необходимости', kind: 'on-need', start: null, end: null },
  { words: 'по запросу', kind: 'on-request', start: null, end: null },
  { words: 'по отдельному плану', kind: 'per-plan', start: null, end: null },
  { words: 'ежемесячно', kind: 'recurring', start: null, end: null },
  { words: 'до 15 сентября 2024 г.', kind: 'by-date', start: null, end: '2024-09-15' },
  { words: 'до 01.10.2024', kind: 'by-date', start: null, end: '2024-10-01' },
  { words: '25.12.2024', kind: 'date', start: '2024-12-25', end: '2024-12-25' },
  { words: 'с 01.09.2024 по 30.09.2024', kind: 'date-range', start: '2024-09-01', end: '2024-09-30' },
]
const PEOPLE: ModelPeople[] = [
  { words: 'Иванова М.П.', persons: ['Иванова М.П.'], roles: [], bodies: [] },
  {
    words: 'Петрова Е. А., руководители МО',
    persons: ['Петрова Е.А.'],
    roles: ['руководители МО'],
    bodies: [],
  },
  {
    words: 'директор, заместитель директора по УВР',
    persons: [],
    roles: ['директор', 'заместитель директора по УВР'],
    bodies: [],
  },
  { words: 'Куратор', persons: [], roles: ['куратор'], bodies: [] },
  { words: 'куратор, методический совет', persons: [], roles: ['куратор'], bodies: ['методический совет'] },
  {
    words: 'Педагог-психолог Смирнова О.В.',
    persons: ['Смирнова О.В.'],
    roles: ['педагог-психолог'],
    bodies: [],
  },
  { words: 'Заместитель директора', persons: [], roles: ['заместитель директора'], bodies: [] },
  { words: 'наставники, наставляемые', persons: [], roles: ['наставники', 'наставляемые'], bodies: [] },
  { words: 'Администратор сайта', persons: [], roles: ['администратор сайта'], bodies: [] },
  { words: 'Старший воспитатель', persons: [], roles: ['старший воспитатель'], bodies: [] },
]
const NOBODY: ModelPeople = { words: '', persons: [], roles: [], bodies: [] }
const HEADINGS = {
  number: ['№', '№ п/п', '№п/п'],
  stage: ['Наименование этапа', 'Этап', 'Этапы работы'],
  activity: ['Мероприятия', 'Содержание деятельности', 'Наименование мероприятия', 'Мероприятие'],
  deadline: ['Сроки', 'Срок исполнения', 'Сроки реализации', 'Срок'],
  responsible: ['Ответственные', 'Ответственный исполнитель', 'Исполнители', 'Ответственный'],
  documents: ['Документы', 'Рекомендуемые документы'],
  result: ['Ожидаемый результат', 'Результат', 'Планируемый результат'],
  other: ['Примечание', 'Отметка о выполнении', 'Риски'],
} as const
const DOCUMENTS = [
  'Приказ директора',
  'Протокол педсовета',
  'Анкеты',
  'Положение о наставничестве',
  'База данных',
]
const RESULTS = [
  'Сформирована база наставников',
  'Аналитическая справка',
  'Проведены занятия',
  'Определены запросы',
]
const OTHERS = ['нет', 'выполнено частично', 'низкая мотивация участников', 'согласовано с профкомом']

const deadline: fc.Arbitrary<ModelDeadline> = fc.oneof(
  fc.constantFrom(...PLAIN_DEADLINES),
  fc.tuple(fc.constantFrom(...MONTHS), fc.boolean()).map(([month, yeared]) => monthDeadline(month, yeared)),
  fc
    .tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('-', ' - ', ' – ', '–', ' — '),
    )
    .map(([at, length, dash]) => rangeDeadline(at, at + length, dash)),
  fc.integer({ min: 0, max: 6 }).map((at) => twoMonths(at)),
)

function monthDeadline([name, month, last, year]: (typeof MONTHS)[number], yeared: boolean): ModelDeadline {
  return {
    words: yeared ? `${name} ${year}` : name,
    kind: 'month',
    start: `${year}-${month}-01`,
    end: `${year}-${month}-${last}`,
  }
}

/** Two months under each other in one cell. */
function twoMonths(at: number): ModelDeadline {
  const parts = [
    monthDeadline(MONTHS[at] ?? MONTHS[0], true),
    monthDeadline(MONTHS[at + 2] ?? MONTHS[8], true),
  ]
  return {
    words: parts.map((part) => part.words).join('\n'),
    kind: 'multi-part',
    start: null,
    end: null,
    parts,
  }
}

function rangeDeadline(from: number, to: number, dash: string): ModelDeadline {
  const [first, last] = [MONTHS[from] ?? MONTHS[0], MONTHS[to] ?? MONTHS[8]]
  return {
    words: `${first[0]}${dash}${last[0].toLowerCase()} ${last[3]}`,
    kind: 'month-range',
    start: `${first[3]}-${first[1]}-01`,
    end: `${last[3]}-${last[1]}-${last[2]}`,
  }
}

const activities = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...ACTIVITIES)
      .map((text) => ({ activities: [text], listStyle: 'one' as const })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.uniqueArray(fc.constantFrom(...ACTIVITIES), { minLength: 2, maxLength: 3 }),
        fc.constantFrom('numbers', 'dashes'),
      )
      .map(([list, listStyle]) => ({ activities: list, listStyle })),
  },
)

const row = fc
  .record({
    cells: activities,
    deadline,
    people: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...PEOPLE) },
      { weight: 1, arbitrary: fc.constant(NOBODY) },
    ),
    documents: fc.constantFrom(...DOCUMENTS),
    result: fc.constantFrom(...RESULTS),
    other: fc.constantFrom(...OTHERS),
  })
  .map(({ cells, ...rest }) => ({ ...cells, ...rest }))

const parts = fc
  .tuple(
    fc.constantFrom('stage-column', 'sections', 'flat'),
    fc.array(fc.array(row, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 7 }),
  )
  .map(([shape, groups]): Pick<RoadmapModel, 'shape' | 'parts'> => {
    if (shape === 'flat') {
      const rows = groups.flat().map((cells, index): ModelRow => ({ ...cells, number: `${index + 1}` }))
      return { shape, parts: [{ number: null, title: null, rows }] }
    }
    return { shape, parts: groups.map((rows, index) => toPart(shape, rows, index)) }
  })

function toPart(
  shape: 'stage-column' | 'sections',
  rows: Omit<ModelRow, 'number'>[],
  index: number,
): ModelPart {
  const own = `${index + 1}`
  return {
    number: shape === 'sections' ? (['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][index] ?? own) : own,
    title: STAGES[index] ?? null,
    rows: rows.map((cells, at) => ({
      ...cells,
      number: shape === 'stage-column' && rows.length === 1 ? own : `${own}.${at + 1}`,
    })),
  }
}

const habits = fc.record({
  headings: fc.constant(true),
  countRow: fc.boolean(),
  repeatHeader: fc.constantFrom(0, 0, 7),
  tornWords: fc.boolean(),
})

const extraRoles = fc.subarray(['documents', 'result', 'other'] as const, { maxLength: 2 })

/** Roadmaps of every shape, with columns in usual and unusual orders. */
export const arbitraryRoadmap: fc.Arbitrary<RoadmapModel> = fc
  .tuple(
    parts,
    fc.constantFrom(...ORGANIZATIONS),
    fc.constantFrom(...TITLES),
    extraRoles,
    fc.boolean(),
    fc.nat(3),
    habits,
  )
  .map(
    ([{ shape, parts: modelParts }, organization, title, extra, swapped, variant, printed]): RoadmapModel => {
      const heading = (role: keyof typeof HEADINGS): ModelColumn => ({
        role,
        heading: HEADINGS[role][variant % HEADINGS[role].length] ?? '',
      })
      const people = swapped
        ? [heading('responsible'), heading('deadline')]
        : [heading('deadline'), heading('responsible')]
      const head = shape === 'stage-column' ? [heading('number'), heading('stage')] : [heading('number')]
      return {
        title: title.replace('{o}', organization),
        organization,
        shape,
        parts: modelParts,
        habits: printed,
        columns: [...head, heading('activity'), ...people, ...extra.map(heading)],
      }
    },
  )
