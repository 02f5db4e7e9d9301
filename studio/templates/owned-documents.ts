import type { Template } from 'sanity'

/** What can be created inside something else, and by which field it refers to it. */
export const OWNED_DOCUMENTS = [
  { type: 'municipality', field: 'region', title: 'Муниципалитет региона' },
  { type: 'organization', field: 'region', title: 'Организация региона' },
  { type: 'roadmap', field: 'region', title: 'Дорожная карта региона' },
  { type: 'event', field: 'region', title: 'Событие региона' },
  { type: 'indicatorReport', field: 'region', title: 'Показатели региона' },
  { type: 'roadmap', field: 'organization', title: 'Дорожная карта организации' },
  { type: 'practice', field: 'organization', title: 'Практика организации' },
  { type: 'material', field: 'organization', title: 'Материал организации' },
  { type: 'person', field: 'organization', title: 'Человек из организации' },
  { type: 'event', field: 'organization', title: 'Событие организации' },
  { type: 'indicatorReport', field: 'organization', title: 'Показатели организации' },
  { type: 'coverage', field: 'roadmap', title: 'Публикация о дорожной карте' },
] as const satisfies readonly { type: string; field: string; title: string }[]

/** Id of the template of a document that refers to an owner by a field: `practice-by-organization`. */
export function templateId(type: string, field: string): string {
  return `${type}-by-${field}`
}

/** Templates of documents that already refer to what they were created in; parameter `ownerId`. */
export function ownedDocumentTemplates(): Template[] {
  return OWNED_DOCUMENTS.map(({ type, field, title }) => ({
    id: templateId(type, field),
    title,
    schemaType: type,
    parameters: [{ name: 'ownerId', title: 'Владелец', type: 'string' }],
    value: ({ ownerId }: { ownerId?: string }) => ({ [field]: { _type: 'reference', _ref: ownerId } }),
  }))
}
