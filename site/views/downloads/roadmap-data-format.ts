import { z } from 'zod'

const day = z.iso.date()
const address = z.url()

const deadlineData = z.object({
  verbatim: z.string().describe('Срок словами документа'),
  kind: z.string().describe('Вид срока: date, by-date, month, month-range, year-round, recurring и другие'),
  start: day.optional().describe('Первый день'),
  end: day.optional().describe('Последний день, включительно'),
  recurrence: z.string().optional().describe('Повторение по правилам RRULE (RFC 5545), UNTIL — дата'),
})

const activityData = z.object({
  url: address.describe('Строка карты на сайте'),
  number: z.string().nullable().describe('Номер строки в документе'),
  text: z.string().describe('Что запланировано'),
  deadlines: z.array(deadlineData).describe('Сроки'),
  responsible: z.array(z.string()).describe('Ответственные: имена с согласия людей, иначе должности'),
  documents: z.array(z.string()).describe('Документы'),
  results: z.array(z.string()).describe('Ожидаемые результаты'),
  extra: z
    .array(z.object({ heading: z.string(), text: z.string() }))
    .describe('Другие столбцы документа: заголовок и текст'),
  status: z.enum(['planned', 'done', 'cancelled']).describe('Состояние: planned, done или cancelled'),
  doneAt: day.nullable().describe('Когда выполнено'),
  informationSupport: z.boolean().describe('Это информационная поддержка'),
  coverage: z
    .array(z.object({ channel: z.string(), date: day, url: address }))
    .describe('Публикации о мероприятии: площадка, день, адрес'),
})

const stageData = z.object({
  title: z.string().describe('Название этапа с номером; пусто, если карта не делится на этапы'),
  canonical: z
    .array(z.string())
    .describe('Этапы по методике: prepare, mentees, mentors, training, pairs, work, finish, info'),
  activities: z.array(activityData).describe('Мероприятия'),
})

/** A roadmap for programs: what is on its page, without computed words. */
export const roadmapDataFormat = z
  .object({
    $schema: address.describe('Описание этого файла (JSON Schema)'),
    title: z.string().describe('Название документа'),
    owner: z.string().describe('Организация или регион'),
    url: address.describe('Страница карты'),
    updated: day.describe('День последнего изменения'),
    period: z.object({ start: day, end: day }).nullable().describe('Первый и последний день карты'),
    approval: z
      .object({ kind: z.string().nullable(), number: z.string().nullable(), date: day.nullable() })
      .nullable()
      .describe('Утверждающий документ: вид, номер, дата'),
    basis: z.array(z.string()).describe('На основании чего составлена'),
    preamble: z.array(z.string()).describe('Общие правила перед таблицей'),
    stages: z.array(stageData).describe('Этапы'),
    licence: z.string().describe('Лицензия'),
  })
  .describe('Дорожная карта наставничества')

export type RoadmapData = z.infer<typeof roadmapDataFormat>

/** Path of the description of the files, for programs. */
export const ROADMAP_SCHEMA_PATH = '/dannye/karta/schema.json'

/** The description of the files as JSON Schema. */
export function describeRoadmapFormat(): unknown {
  return z.toJSONSchema(roadmapDataFormat)
}

/** The fields of the files for people, in the order of the file. */
export const roadmapFields: readonly { title: string; fields: readonly { key: string; words: string }[] }[] =
  [
    { title: 'Карта', fields: listFields(roadmapDataFormat.shape) },
    { title: 'Этап', fields: listFields(stageData.shape) },
    { title: 'Мероприятие', fields: listFields(activityData.shape) },
    { title: 'Срок', fields: listFields(deadlineData.shape) },
  ]

function listFields(shape: Record<string, z.ZodType>): { key: string; words: string }[] {
  return Object.entries(shape).map(([key, type]) => ({ key, words: type.description ?? '' }))
}
