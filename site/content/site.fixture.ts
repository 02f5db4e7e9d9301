import type { Activity, Deadline } from '#content/generated/types.ts'
import type { DocumentOf, SiteDocument, SiteDocumentType } from './documents.ts'

const moment = '2025-03-01T09:00:00Z'

/** The system fields of a fixture document. */
export function fixtureOf<Type extends SiteDocumentType>(type: Type, id: string) {
  return { _id: id, _type: type, _createdAt: moment, _updatedAt: moment, _rev: '1' }
}

export const slug = (current: string) => ({ _type: 'slug' as const, current })
export const reference = (id: string) => ({ _type: 'reference' as const, _ref: id, _key: id })

/** A deadline of one month or range of days. */
export function deadlineOf(verbatim: string, kind: Deadline['kind'], start?: string, end?: string) {
  return {
    _type: 'deadline' as const,
    _key: verbatim,
    verbatim,
    kind,
    ...(start && { start }),
    ...(end && { end }),
  }
}

/** An activity with a person in charge by role. */
export function activityOf(key: string, text: string, fields: Partial<Activity> = {}) {
  return {
    _type: 'activity' as const,
    _key: key,
    text,
    responsible: [{ _type: 'responsible' as const, _key: 'r', roles: ['куратор'] }],
    ...fields,
  }
}

const paragraph = (key: string, text: string) => ({
  _type: 'block' as const,
  _key: key,
  style: 'normal' as const,
  markDefs: [],
  children: [{ _type: 'span' as const, _key: 's', text, marks: [] }],
})

export const region: DocumentOf<'region'> = {
  ...fixtureOf('region', 'region-kurganskaya-oblast'),
  name: 'Курганская область',
  slug: slug('kurganskaya-oblast'),
  code: '45',
  timeZone: 'Asia/Yekaterinburg',
  about: 'Наставничество в области ведут 40 школ.',
}

export const municipality: DocumentOf<'municipality'> = {
  ...fixtureOf('municipality', 'municipality-shadrinsk'),
  name: 'Шадринск',
  slug: slug('shadrinsk'),
  region: reference(region._id),
}

export const person: DocumentOf<'person'> = {
  ...fixtureOf('person', 'person-ivanova'),
  name: 'Иванова А.А.',
  position: 'куратор наставничества',
}

export const school: DocumentOf<'organization'> = {
  ...fixtureOf('organization', 'organization-licej-2'),
  name: 'Лицей № 2',
  fullName: 'Муниципальное бюджетное общеобразовательное учреждение «Лицей № 2»',
  slug: slug('licej-2'),
  kind: 'school',
  level: 'organization',
  region: reference(region._id),
  municipality: reference(municipality._id),
  curator: reference(person._id),
  site: 'https://licej2.example/',
  channels: [{ _type: 'channelLink', _key: 'vk', channel: 'vk', url: 'https://vk.example/licej2' }],
  address: 'Шадринск, ул. Школьная, 1',
  phone: '+7 (35253) 0-00-00',
}

export const kindergarten: DocumentOf<'organization'> = {
  ...fixtureOf('organization', 'organization-sad-5'),
  name: 'Детский сад № 5 «Ромашка»',
  fullName: 'Муниципальное дошкольное образовательное учреждение «Детский сад № 5 „Ромашка“»',
  slug: slug('sad-5'),
  kind: 'kindergarten',
  level: 'organization',
  region: reference(region._id),
}

export const roadmap: DocumentOf<'roadmap'> = {
  ...fixtureOf('roadmap', 'roadmap-licej-2-2024-2025'),
  title: 'Дорожная карта по реализации Положения о системе наставничества педагогических работников',
  slug: slug('2024-2025'),
  organization: reference(school._id),
  level: 'school',
  model: 'teachers',
  period: { _type: 'period', start: '2024-01-01', end: '2025-12-31' },
  approval: { _type: 'approval', kind: 'приказ', number: '88', date: '2024-01-30' },
  stages: [
    {
      _type: 'stage',
      _key: 's1',
      number: '1.',
      title: 'Подготовка условий для реализации системы наставничества',
      canonical: ['prepare'],
      activities: [
        activityOf(
          's1a1',
          'Подготовка и принятие приказа «Об утверждении положения о системе наставничества»',
          {
            deadlines: [deadlineOf('Февраль 2024', 'month', '2024-02-01', '2024-02-29')],
            documents: ['приказ об утверждении положения'],
            status: 'done',
            doneAt: '2024-02-20',
          },
        ),
        activityOf('s1a2', 'Подготовка персонализированных программ наставничества', {
          deadlines: [deadlineOf('Февраль 2024', 'month', '2024-02-01', '2024-02-29')],
        }),
      ],
    },
    {
      _type: 'stage',
      _key: 's2',
      number: '2.',
      title: 'Формирование банка наставляемых',
      canonical: ['mentees'],
      activities: [
        activityOf('s2a1', 'Сбор информации о профессиональных запросах педагогов', {
          deadlines: [deadlineOf('В течение года', 'year-round', '2024-01-01', '2025-12-31')],
        }),
      ],
    },
    {
      _type: 'stage',
      _key: 's3',
      number: '3.',
      title: 'Завершение персонализированных программ наставничества',
      canonical: ['finish'],
      activities: [
        activityOf('s3a1', 'Проведение школьной конференции или семинара', {
          deadlines: [deadlineOf('Февраль – март 2025', 'month-range', '2025-02-01', '2025-03-31')],
          responsible: [
            { _type: 'responsible', _key: 'r', persons: [reference(person._id)], roles: ['руководители МО'] },
          ],
        }),
        activityOf('s3a2', 'Проведение итогового мероприятия; пополнение методической копилки', {
          deadlines: [deadlineOf('Май 2025', 'month', '2025-05-01', '2025-05-31')],
        }),
      ],
    },
    {
      _type: 'stage',
      _key: 's4',
      number: '4.',
      title: 'Информационная поддержка системы наставничества',
      canonical: ['info'],
      activities: [
        activityOf(
          's4a1',
          'Освещение мероприятий дорожной карты осуществляется на всех этапах на сайте и в соцсетях',
          {
            deadlines: [deadlineOf('Июнь 2025', 'month', '2025-06-01', '2025-06-30')],
            informationSupport: true,
            channels: ['site', 'vk'],
          },
        ),
      ],
    },
  ],
}

export const coverage: DocumentOf<'coverage'> = {
  ...fixtureOf('coverage', 'coverage-prikaz'),
  title: 'В лицее утвердили положение о наставничестве',
  slug: slug('polozhenie-utverzhdeno'),
  roadmap: reference(roadmap._id),
  activities: ['s1a1'],
  channel: 'site',
  date: '2024-02-21',
  url: 'https://licej2.example/news/1',
  summary: 'Положение принял педагогический совет.',
}

export const legalAct: DocumentOf<'legalAct'> = {
  ...fixtureOf('legalAct', 'act-tk-351-8'),
  title: 'Трудовой кодекс, статья 351.8 «Наставничество в сфере труда»',
  slug: slug('tk-351-8'),
  kind: 'code',
  inForceFrom: '2025-03-01',
  changes: [{ _type: 'legalChange', _key: 'c', date: '2025-03-01', summary: 'Наставничество оплачивается.' }],
}

export const material: DocumentOf<'material'> = {
  ...fixtureOf('material', 'material-prikaz'),
  title: 'Шаблон приказа о закреплении пар',
  slug: slug('shablon-prikaza'),
  type: 'order-template',
  audience: ['head', 'curator'],
  stages: ['pairs'],
  summary: 'Впишите имена и срок.',
  legalBasis: [reference(legalAct._id)],
  validFrom: '2023-09-01',
}

export const practice: DocumentOf<'practice'> = {
  ...fixtureOf('practice', 'practice-pervye-uroki'),
  title: 'Первые сто уроков',
  slug: slug('pervye-sto-urokov'),
  organization: reference(school._id),
  authors: [reference(person._id)],
  problem: 'Молодой учитель боится открытых уроков и не знает, что сказать наставнику.',
  audience: ['school'],
  form: 'teacher-teacher',
  kind: 'one-to-one',
  roleModel: 'opytnyj-uchitel-molodoj-specialist',
  stages: ['work'],
  steps: [
    { _type: 'step', _key: '1', title: 'Договориться о дне', text: 'Раз в неделю, всегда в один день.' },
    { _type: 'step', _key: '2', title: 'Смотреть урок вдвоём' },
  ],
  time: '3 месяца',
  resources: ['час в неделю'],
  resultsBefore: 'Двое из пяти уходили в первый год.',
  resultsAfter: 'За два года не ушёл никто.',
  evidence: 'tested',
  checkedAt: '2025-01-15',
  materials: [reference(material._id)],
  licence: 'cc-by',
  body: [paragraph('p', 'Наставник садится за последнюю парту.')],
}

export const collection: DocumentOf<'collection'> = {
  ...fixtureOf('collection', 'collection-pervyj-god'),
  title: 'Первый год в школе',
  slug: slug('pervyj-god'),
  summary: 'С чего начать наставнику.',
  items: [
    { _type: 'collectionItem', _key: 'a', item: reference(practice._id), reason: 'Простое начало.' },
    { _type: 'collectionItem', _key: 'b', item: reference(material._id) },
  ],
}

export const event: DocumentOf<'event'> = {
  ...fixtureOf('event', 'event-forum'),
  title: 'Форум наставников',
  slug: slug('forum'),
  date: '2025-04-10T05:00:00Z',
  place: 'Курган',
  region: reference(region._id),
}

export const glossaryTerm: DocumentOf<'glossaryTerm'> = {
  ...fixtureOf('glossaryTerm', 'term-nastavnik'),
  term: 'Наставник',
  slug: slug('nastavnik'),
  definition: 'Опытный педагог, который помогает начинающему.',
  synonyms: ['ментор'],
}

export const indicatorReport: DocumentOf<'indicatorReport'> = {
  ...fixtureOf('indicatorReport', 'report-licej-2'),
  organization: reference(school._id),
  period: { _type: 'period', start: '2024-09-01', end: '2025-05-31' },
  indicators: [
    { _type: 'indicatorValue', _key: 'a', indicator: 'coverage', value: 64 },
    { _type: 'indicatorValue', _key: 'b', indicator: 'pairs', value: 7 },
  ],
}

export const siteSettings: DocumentOf<'siteSettings'> = {
  ...fixtureOf('siteSettings', 'siteSettings'),
  title: 'Копилка',
  tagline: 'Наставничество в школах: планы, дела и опыт',
  contactEmail: 'kopilka@example.org',
}

/** One document of every type that refers to the others, as of 2025-03-01. */
export const fixtureDocuments: readonly SiteDocument[] = [
  region,
  municipality,
  person,
  school,
  kindergarten,
  roadmap,
  coverage,
  legalAct,
  material,
  practice,
  collection,
  event,
  glossaryTerm,
  indicatorReport,
  siteSettings,
]
