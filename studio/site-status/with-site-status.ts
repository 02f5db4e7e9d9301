import { DocumentForm } from './document-form.tsx'

/** The types, with documents that say in the Studio how they stand on the site. */
export function withSiteStatus<Type extends { type: string }>(types: readonly Type[]): Type[] {
  return types.map((type) =>
    type.type === 'document' ? { ...type, components: { input: DocumentForm } } : type,
  )
}
