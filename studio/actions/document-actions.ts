import type { DocumentActionComponent, DocumentActionsContext } from 'sanity'
import { SITE_SETTINGS_ID } from '#content/documents/site-settings.ts'
import { addressedTypes } from '#content/addresses/address-of.ts'
import { useOpenOnSite } from './open-on-site.ts'
import { useUnpublishBesideDraft } from './unpublish-beside-draft.ts'

const SINGLETON_ACTIONS: readonly (string | undefined)[] = ['publish', 'discardChanges', 'restore']

/** What can be done with a document: the usual, and opening its page on the site when its type has one. */
export function resolveDocumentActions(
  actions: DocumentActionComponent[],
  { schemaType }: Pick<DocumentActionsContext, 'schemaType'>,
): DocumentActionComponent[] {
  const allowed =
    schemaType === SITE_SETTINGS_ID
      ? actions.filter(({ action }) => SINGLETON_ACTIONS.includes(action))
      : actions.flatMap((action) =>
          action.action === 'unpublish' ? [action, useUnpublishBesideDraft] : [action],
        )
  if (!addressedTypes().includes(schemaType)) return allowed
  const [first, ...others] = allowed
  return first === undefined ? [useOpenOnSite] : [first, useOpenOnSite, ...others]
}
