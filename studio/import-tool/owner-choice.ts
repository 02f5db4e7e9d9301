import type { KnownOwners } from '#content/roadmap-import/documents/outline-to-documents.ts'
import type { Outline } from '#content/roadmap-import/outline/outline.ts'
import type { KnownOwnersList } from './known-owners.ts'
import { addressNew, guessOrganization } from './similar-organizations.ts'

/** Whose roadmap it is: an organisation by its id, or `new` for the one that the document names. */
export type OwnerChoice = string

/** The owner that a document most likely means. */
export function guessOwner(
  outline: Outline,
  region: string | null,
  { organizations }: KnownOwnersList,
): OwnerChoice {
  return guessOrganization(outline.organization ?? '', region, organizations)?._id ?? 'new'
}

/** Ids under which the owner of a roadmap is there, or will be. */
export function resolveOwners(
  choice: OwnerChoice,
  outline: Outline,
  region: string | null,
  { organizations, regions }: KnownOwnersList,
): KnownOwners {
  const chosen = organizations.find(({ _id }) => _id === choice)
  const known = regions.find(({ name }) => name === region)
  const organization =
    chosen ??
    (outline.organization === null ? undefined : addressNew(outline.organization, region, organizations))
  return {
    ...(organization ? { organization: { _id: organization._id, slug: organization.slug } } : {}),
    ...(known ? { region: { _id: known._id, slug: known.slug } } : {}),
  }
}
