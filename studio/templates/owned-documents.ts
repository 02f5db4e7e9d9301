import type { InitialValueResolverContext, Template } from 'sanity'
import { findCurrentRoadmap } from './current-roadmap.ts'

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

/** Template of a publication about the current roadmap of an organisation or region; parameter `ownerId`. */
export const COVERAGE_OF_OWNER = 'coverage-of-owner'

/** Templates of documents that already refer to what they were created in; parameter `ownerId`. */
export function ownedDocumentTemplates(): Template[] {
  const ofOwners: Template = {
    id: COVERAGE_OF_OWNER,
    title: 'Публикация',
    schemaType: 'coverage',
    parameters: OWNER_PARAMETER,
    value: async ({ ownerId }: { ownerId?: string }, { getClient }: InitialValueResolverContext) => {
      const roadmap = ownerId === undefined ? null : await findCurrentRoadmap(getClient, ownerId)
      return roadmap === null ? {} : { roadmap: { _type: 'reference', _ref: roadmap } }
    },
  }
  const ofFields = OWNED_DOCUMENTS.map(({ type, field, title }) => ({
    id: templateId(type, field),
    title,
    schemaType: type,
    parameters: OWNER_PARAMETER,
    value: ({ ownerId }: { ownerId?: string }) => ({ [field]: { _type: 'reference', _ref: ownerId } }),
  }))
  return [...ofFields, ofOwners]
}

const OWNER_PARAMETER = [{ name: 'ownerId', title: 'Владелец', type: 'string' }]
