import type { DocumentListBuilder, StructureBuilder } from 'sanity/structure'
import { API_VERSION } from '../config/api-version.ts'
import { COVERAGE_OF_OWNER, templateId } from '../templates/owned-documents.ts'

/** Documents of one type that refer to an owner: the practices of an organisation, say. */
export interface OwnedDocuments {
  /** Name of the list, e.g. «Практики». */
  title: string
  type: string
  /** Field that refers to the owner. */
  field: string
  /** Path to the owner's id where the documents refer to it through others: publications, through a roadmap. */
  path?: string
}

/** List of the documents of one owner; a document created there already refers to it. */
export function documentsOf(
  S: StructureBuilder,
  { title, type, field, path }: OwnedDocuments,
  ownerId: string,
): DocumentListBuilder {
  const list = S.documentList()
    .id(type)
    .title(title)
    .schemaType(type)
    .apiVersion(API_VERSION)
    .filter(`_type == $type && ${path ?? `${field}._ref`} == $owner`)
    .params({ type, owner: ownerId })
  const template = path === undefined ? templateId(type, field) : COVERAGE_OF_OWNER
  return list.initialValueTemplates([S.initialValueTemplateItem(template, { ownerId })])
}
