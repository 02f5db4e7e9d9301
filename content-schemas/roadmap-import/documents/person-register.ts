import { transliterate } from '../../text/transliterate.ts'
import type { ImportPerson, ImportReference, KeyedReference } from './import-documents.ts'

/** Stands in place of the name of someone of whom the document says no more. */
const UNKNOWN_POSITION = 'ответственный сотрудник'

/** The people that a roadmap names, each once; ids come from the name and the roadmap's owner. */
export class PersonRegister {
  readonly #ownerSlug: string
  readonly #organization: ImportReference | null
  readonly #persons = new Map<string, ImportPerson>()

  readonly #known: ReadonlyMap<string, string>

  constructor(
    ownerSlug: string,
    organization: ImportReference | null,
    known: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#known = known
    this.#ownerSlug = ownerSlug
    this.#organization = organization
  }

  /** Enters a person and gives the reference to it; the first role met becomes the position. */
  refer(name: string, roles: readonly string[], key: string): KeyedReference {
    const id = this.#known.get(name) ?? `person-${transliterate(name, 40)}-${this.#ownerSlug}`
    const person = this.#persons.get(id) ?? { _id: id, _type: 'person', name }
    if (roles.length > 0) person.position ??= roles.join(', ')
    if (this.#organization)
      person.organization = { _type: 'reference', _ref: this.#organization._ref, _weak: true }
    this.#persons.set(id, person)
    return { _key: key, _type: 'reference', _ref: id, _weak: true, _strengthenOnPublish: { type: 'person' } }
  }

  all(): ImportPerson[] {
    return [...this.#persons.values()].map((person) => ({
      ...person,
      position: person.position ?? UNKNOWN_POSITION,
    }))
  }
}
