/** A document as far as its address depends on it; every other field is ignored. */
export interface AddressedDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** Looks a document up by the id a reference holds; `null` or `undefined` when there is none. */
export type GetDocument = (id: string) => AddressedDocument | null | undefined

/**
 * The path of the public page that shows a document, with leading and trailing slash:
 * `/praktiki/chitaem-vmeste/`. Terms, acts and events stand on a common page and get an anchor there:
 * `/glossarij/#nastavnik`.
 *
 * @returns `null` when the document has no page: its type is not shown by itself (person), its slug is
 * empty, or the document that its address depends on (a roadmap's owner) is not found.
 */
export function addressOf(document: AddressedDocument, get: GetDocument): string | null {
  const rule = rules[document._type]
  return rule === undefined ? null : rule(document, get)
}

/**
 * The path of the page that shows how a roadmap's information support goes.
 *
 * @returns `null` when the roadmap itself has no address.
 */
export function informationSupportAddressOf(roadmap: AddressedDocument, get: GetDocument): string | null {
  const address = addressOf(roadmap, get)
  return address === null ? null : `${address}informacionnaya-podderzhka/`
}

/** Names of the document types that have an address of their own. */
export function addressedTypes(): string[] {
  return Object.keys(rules)
}

type AddressRule = (document: AddressedDocument, get: GetDocument) => string | null

const rules: Readonly<Record<string, AddressRule>> = {
  siteSettings: () => '/',
  region: (document) => under('/regiony/', document),
  municipality: (document, get) => under(ofReferenced(document, 'region', get), document),
  organization: (document) => under('/organizacii/', document),
  roadmap: (document, get) => {
    const owner = ofReferenced(document, 'organization', get) ?? ofReferenced(document, 'region', get)
    return under(owner === null ? null : `${owner}karta/`, document)
  },
  coverage: (document) => under('/publikacii/', document),
  practice: (document) => under('/praktiki/', document),
  material: (document) => under('/materialy/', document),
  collection: (document) => under('/sborniki/', document),
  legalAct: (document) => anchored('/dokumenty/', document),
  event: (document) => anchored('/kalendar/', document),
  glossaryTerm: (document) => anchored('/glossarij/', document),
  page: (document) => under('/', document),
}

function under(parent: string | null, document: AddressedDocument): string | null {
  const slug = slugOf(document)
  return parent === null || slug === null ? null : `${parent}${slug}/`
}

function anchored(page: string, document: AddressedDocument): string | null {
  const slug = slugOf(document)
  return slug === null ? null : `${page}#${slug}`
}

/** Address of the owner in the field of its type's name; a document of another type there is no owner. */
function ofReferenced(
  document: AddressedDocument,
  type: 'organization' | 'region',
  get: GetDocument,
): string | null {
  const id = property(document[type], '_ref')
  const target = typeof id === 'string' ? get(id) : null
  return target?._type === type ? addressOf(target, get) : null
}

function slugOf(document: AddressedDocument): string | null {
  const current = property(document['slug'], 'current')
  return typeof current === 'string' && current !== '' ? current : null
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
