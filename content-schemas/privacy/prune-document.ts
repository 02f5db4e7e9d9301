import type { LakeDocument } from '../documents/content-document.ts'
import { PRIVATE_FIELDS } from './public-document-types.ts'
import { redactText } from './redact-text.ts'
import { isHarmlessLink, LINK_FIELDS } from './harmless-link.ts'
import { POSITION_FIELDS, type RelatedPeople } from './related-people.ts'
import { maySayWords, removeStrayNames } from './words-in-charge.ts'

const privateFields: ReadonlySet<string> = new Set(PRIVATE_FIELDS)
const systemFields: ReadonlySet<string> = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
  '_key',
  '_ref',
  '_weak',
  '_dataset',
  '_projectId',
])

/**
 * A document without the fields kept for editors, without links that would act instead of leading somewhere, and without
 * references to people who are not to be shown;
 * their positions stand where the schema has a place for them.
 */
export function pruneDocument(document: LakeDocument, people: RelatedPeople): LakeDocument {
  return { ...pruneFields(document, people), _id: document._id, _type: document._type }
}

/** The value without what is private, undefined when nothing is left of it. */
function prune(value: unknown, field: string, people: RelatedPeople): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => prune(item, field, people)).filter((item) => item !== undefined)
  }
  if (typeof value === 'string' && LINK_FIELDS.has(field) && !isHarmlessLink(value)) return undefined
  if (typeof value !== 'object' || value === null) return value
  if ('_ref' in value && typeof value._ref === 'string' && people.isHidden(value._ref, field))
    return undefined
  const pruned = pruneFields(value, people)
  return field === 'responsible' ? pruneResponsible(value, pruned, people) : pruned
}

function pruneFields(value: object, people: RelatedPeople): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [field, inner] of Object.entries(value)) {
    if (privateFields.has(field) || (field.startsWith('_') && !systemFields.has(field))) continue
    const pruned = prune(inner, field, people)
    if (pruned !== undefined) result[field] = pruned
  }
  for (const [field, target] of Object.entries(POSITION_FIELDS)) {
    const positions = listPositions(Object.entries(value).find(([name]) => name === field)?.[1], people)
    if (positions.length === 0) continue
    result[target.field] = target.list ? joinUnique(result[target.field], positions) : positions[0]
  }
  return result
}

function pruneResponsible(
  original: object,
  pruned: Record<string, unknown>,
  people: RelatedPeople,
): Record<string, unknown> {
  const { verbatim, roles, ...rest } = pruned
  const unknown = listReferences('persons' in original ? original.persons : undefined).some(
    (id) => people.isHidden(id, 'persons') && people.findHidden(id) === undefined,
  )
  const mayShow =
    typeof verbatim === 'string' && !unknown && maySayWords(verbatim, people.hidden, people.visible)
  return {
    ...rest,
    ...(mayShow ? { verbatim } : {}),
    ...(Array.isArray(roles)
      ? { roles: roles.map((role) => cleanRole(role, people)).filter((role) => role !== '') }
      : {}),
  }
}

function cleanRole(role: unknown, people: RelatedPeople): unknown {
  return typeof role === 'string' ? removeStrayNames(redactText(role, people.hidden), people.visible) : role
}

function listPositions(value: unknown, people: RelatedPeople): string[] {
  return listReferences(value).flatMap((id) => people.findHidden(id)?.position ?? [])
}

/** Ids in a reference or a list of references. */
function listReferences(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => listReferences(item))
  if (typeof value !== 'object' || value === null || !('_ref' in value)) return []
  return typeof value._ref === 'string' ? [value._ref] : []
}

function joinUnique(present: unknown, added: readonly string[]): unknown[] {
  const result: unknown[] = Array.isArray(present) ? [...present] : []
  const said = new Set(result.map((item) => String(item).toLowerCase()))
  for (const item of added) {
    if (!said.has(item.toLowerCase())) result.push(item)
    said.add(item.toLowerCase())
  }
  return result
}
