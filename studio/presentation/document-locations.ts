import type { DocumentLocationResolvers, DocumentLocationsState } from 'sanity/presentation'
import { z } from 'zod'
import { type AddressedDocument, addressedTypes, addressOf } from '#content/addresses/address-of.ts'

/** Path under which the site's pages are shown with drafts. */
export const PREVIEW_PATH = '/preview'

const SELECTION = {
  title: 'title',
  name: 'name',
  term: 'term',
  slug: 'slug.current',
  organizationSlug: 'organization.slug.current',
  regionSlug: 'region.slug.current',
} as const

const selected = z.record(z.string(), z.unknown()).nullable()

/** For each type with a page of its own: where the document is shown, with a link that opens the preview there. */
export function documentLocations(): DocumentLocationResolvers {
  return Object.fromEntries(
    addressedTypes().map((type) => [
      type,
      { select: SELECTION, resolve: (value: unknown) => locationOf(type, selected.safeParse(value).data) },
    ]),
  )
}

/**
 * What the editor is told about the place of a document of a type, from the fields that were selected; null while
 * it has no address.
 */
export function locationOf(
  type: string,
  fields: Readonly<Record<string, unknown>> | null | undefined,
): DocumentLocationsState | null {
  const address = addressOf(documentFrom(type, fields ?? {}), ownerCalled(fields ?? {}))
  if (address === null) return null
  const title = [fields?.['title'], fields?.['name'], fields?.['term']].find(
    (text) => typeof text === 'string',
  )
  return {
    message: `Адрес на сайте: ${address}`,
    tone: 'positive',
    locations: [{ title: title ?? 'Без названия', href: `${PREVIEW_PATH}${address}` }],
  }
}

function documentFrom(type: string, fields: Readonly<Record<string, unknown>>): AddressedDocument {
  return {
    _id: 'document',
    _type: type,
    slug: { current: fields['slug'] },
    ...(fields['organizationSlug'] ? { organization: { _ref: 'organization' } } : {}),
    ...(fields['regionSlug'] ? { region: { _ref: 'region' } } : {}),
  }
}

/** The owner by its type in the place of its id: all that a page's address needs to know of it is its own. */
function ownerCalled(fields: Readonly<Record<string, unknown>>) {
  return (owner: string): AddressedDocument => ({
    _id: owner,
    _type: owner,
    slug: { current: fields[`${owner}Slug`] },
  })
}
