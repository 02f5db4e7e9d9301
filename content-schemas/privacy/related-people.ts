import type { LakeDocument } from '../documents/content-document.ts'
import { isConsentValid } from './consent-day.ts'
import { createLatinName, type LatinName } from './latin-name.ts'
import { createNameFinder, type NameFinder, readPersonName } from './person-name.ts'
import { PRIVATE_FIELDS } from './public-document-types.ts'
import { readStemKey } from './surname-pattern.ts'

/** Someone named in a document whose name is not to be shown, and what to say instead. */
export interface HiddenPerson {
  readonly id: string
  readonly position: string
  readonly finders: readonly NameFinder[]
  readonly latin: readonly LatinName[]
}

/** The people a document has to do with. */
export interface RelatedPeople {
  readonly hidden: readonly HiddenPerson[]
  /** Finders of the names that may be shown. */
  readonly visible: readonly NameFinder[]
  /** Whether a reference in this field points to someone who is not to be shown. */
  isHidden(id: string, field: string): boolean
  findHidden(id: string): HiddenPerson | undefined
}

/** What deciding about people needs to know. */
export interface PeopleContext {
  /** The published document with this id, as stored. */
  readonly get: (id: string) => LakeDocument | null | undefined
  /**
   * ISO date, the same in every time zone, or an ISO moment, at which each region has its own day; read only when
   * someone's consent is looked at.
   */
  readonly today: string
}

/** Fields that refer to people, and the fields that say their positions instead. */
export const POSITION_FIELDS: Readonly<Record<string, { readonly field: string; readonly list: boolean }>> = {
  persons: { field: 'roles', list: true },
  authors: { field: 'authorPositions', list: true },
  signedBy: { field: 'signedByPosition', list: false },
  curator: { field: 'curatorPosition', list: false },
}

/** How far people are looked for: a publication names those of its roadmap and of the school of that roadmap. */
const DEEPEST = 3
const LEADS_TO_NOBODY = new Set<string>(['asset', 'region', 'municipality', 'legalBasis', ...PRIVATE_FIELDS])
const POSITION_UNKNOWN = 'сотрудник организации'

/** People whom a document, or a document it refers to, refers to. */
export function collectRelatedPeople(document: LakeDocument, context: PeopleContext): RelatedPeople {
  const people = new Map<string, LakeDocument>()
  const seen = new Set([document._id])
  let layer = [document]
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    const next: LakeDocument[] = []
    for (const id of layer.flatMap((each) => [...collectReferences(each)])) {
      if (seen.has(id)) continue
      seen.add(id)
      const target = readPublished(id)
      if (target?._type === 'person') people.set(id, target)
      else if (target !== undefined) next.push(target)
    }
    layer = next
  }

  const visible = [...people.values()].filter(isVisible)
  const visibleSurnames = new Set(visible.flatMap((person) => readNames(person).map(readSurnameKey)))
  const hidden = new Map(
    [...people].flatMap(([id, person]) =>
      visible.includes(person) ? [] : [[id, describeHidden(id, person, visibleSurnames)] as const],
    ),
  )

  function isVisible(person: LakeDocument): boolean {
    return person['consent'] !== undefined && isConsentValid(person, context)
  }

  function readPublished(id: string): LakeDocument | undefined {
    const target = context.get(id)
    return target === null || target?._id !== id ? undefined : target
  }

  function isHidden(id: string, field: string): boolean {
    const target = people.get(id) ?? readPublished(id)
    if (target === undefined) return field in POSITION_FIELDS || /^(?:drafts\.)?person-/.test(id)
    return target._type === 'person' && !isVisible(target)
  }

  return {
    hidden: [...hidden.values()],
    visible: visible.flatMap((person) => readNames(person).flatMap((name) => createNameFinder(name) ?? [])),
    isHidden,
    findHidden: (id) => hidden.get(id),
  }
}

function describeHidden(
  id: string,
  person: LakeDocument,
  visibleSurnames: ReadonlySet<string>,
): HiddenPerson {
  const names = readNames(person)
  const position = typeof person['position'] === 'string' ? person['position'].trim() : ''
  return {
    id,
    position: position === '' ? POSITION_UNKNOWN : position,
    finders: names.flatMap(
      (name) => createNameFinder(name, { surnameAlone: !visibleSurnames.has(readSurnameKey(name)) }) ?? [],
    ),
    latin: latinNamesOf(person),
  }
}

const knownLatinNames = new WeakMap<LakeDocument, readonly LatinName[]>()

function latinNamesOf(person: LakeDocument): readonly LatinName[] {
  const known = knownLatinNames.get(person)
  if (known !== undefined) return known
  const latin = readNames(person).flatMap((name) => {
    const read = readPersonName(name)
    return read === undefined ? [] : (createLatinName(read) ?? [])
  })
  knownLatinNames.set(person, latin)
  return latin
}

function readNames(person: LakeDocument): string[] {
  return [...new Set([person['name'], person['fullName']].filter((name) => typeof name === 'string'))]
}

function readSurnameKey(name: string): string {
  return readStemKey(readPersonName(name)?.surname ?? '')
}

const referencesOf = new WeakMap<LakeDocument, ReadonlySet<string>>()

/** Ids a document refers to in fields that may lead to people. */
function collectReferences(document: LakeDocument): ReadonlySet<string> {
  const known = referencesOf.get(document)
  if (known !== undefined) return known
  const ids = new Set<string>()
  addReferences(document, ids)
  referencesOf.set(document, ids)
  return ids
}

function addReferences(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('_ref' in value && typeof value._ref === 'string') ids.add(value._ref)
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && !LEADS_TO_NOBODY.has(field)) addReferences(inner, ids)
  }
}
