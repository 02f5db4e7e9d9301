import { COUNTRY_ZONE, dayInZone } from '#content/text/day-in-zone.ts'
import { unpackDocuments } from '../documents/document-bytes.ts'
import type { DocumentRules } from '../documents/public-documents.ts'
import type { BuiltSite, PublicDocument, SiteChanges, SiteOptions } from '../site-bundle/built-site.ts'

const ZONES = [COUNTRY_ZONE, 'Asia/Kamchatka']

/** A small site with all that makes exact publishing hard: lists, references, slugs that move, days that pass. */
export function createFakeSite(options: SiteOptions): BuiltSite {
  const documents = new Map<string, PublicDocument>()
  let today = options.today

  function apply(changes: SiteChanges): ReturnType<BuiltSite['apply']> {
    const before = new Set(urls())
    const touched = new Set<string>()
    for (const document of changes.upsert ?? []) replace(document._id, document, touched)
    for (const id of changes.remove ?? []) replace(id, null, touched)
    if (changes.today !== undefined && changes.today !== today) {
      for (const zone of ZONES)
        if (dayInZone(changes.today, zone) !== dayInZone(today, zone)) touched.add(`today:${zone}`)
      today = changes.today
    }
    const after = new Set(urls())
    return {
      touched,
      added: [...after].filter((path) => !before.has(path)),
      removed: [...before].filter((path) => !after.has(path)),
    }
  }

  function urls(): string[] {
    const practices = all('practice').map((practice) => `/praktiki/${slugOf(practice)}/`)
    const organizations = all('organization').map((organization) => `/organizacii/${slugOf(organization)}/`)
    return [...new Set(['/', '/praktiki/', '/404.html', '/robots.txt', ...practices, ...organizations])]
  }

  function replace(id: string, next: PublicDocument | null, touched: Set<string>): void {
    const before = indexKeysOf(documents.get(id))
    if (next === null) documents.delete(id)
    else documents.set(id, next)
    const after = indexKeysOf(next ?? undefined)
    for (const key of [...before, ...after]) if (before.has(key) !== after.has(key)) touched.add(key)
    touched.add(`doc:${id}`)
  }

  function all(type: string): PublicDocument[] {
    return [...documents.values()]
      .filter((document) => document._type === type)
      .toSorted((a, b) => (a._id < b._id ? -1 : 1))
  }

  function render(path: string): string | null {
    if (path === '/') return `<h1>Копилка</h1>${list('practice')}`
    if (path === '/praktiki/') return `<h1>Практики</h1>${list('practice')}`
    if (path === '/404.html') return '<h1>Нет такой страницы</h1>'
    if (path === '/robots.txt') return 'User-agent: *'
    const [, section, slug = ''] = /^\/(praktiki|organizacii)\/([a-z0-9-]+)\/$/.exec(path) ?? []
    if (section === 'praktiki') return practicePage(slug)
    return section === 'organizacii' ? organizationPage(slug) : null
  }

  let reads = new Set<string>()

  function get(id: string): PublicDocument | undefined {
    reads.add(`doc:${id}`)
    return documents.get(id)
  }

  function list(type: string): string {
    reads.add(`index:type:${type}`)
    return all(type)
      .map(({ _id }) => `<a href="/praktiki/${slugOf(get(_id))}/">${text(get(_id), 'title')}</a>`)
      .join('')
  }

  function bySlug(type: string, slug: string): PublicDocument | undefined {
    reads.add(`index:slug:${type}/${slug}`)
    const found = all(type).find((document) => slugOf(document) === slug)
    return found === undefined ? undefined : get(found._id)
  }

  function practicePage(slug: string): string | null {
    const practice = bySlug('practice', slug)
    if (practice === undefined) return null
    if (text(practice, 'title') === 'CRASH') throw new Error('cannot render')
    const organization = get(text(practice, 'organization'))
    const author = get(text(practice, 'author'))
    const zone = text(organization, 'timeZone') || COUNTRY_ZONE
    const late = text(practice, 'until') === '' ? '' : lateness(text(practice, 'until'), zone)
    return `<main data-pagefind-body><h1>${text(practice, 'title')}</h1><p>${text(organization, 'name')} ${text(author, 'name')} ${late}</p></main>`
  }

  function lateness(until: string, zone: string): string {
    reads.add(`today:${zone}`)
    return until < dayInZone(today, zone) ? 'Срок прошёл' : 'Идёт'
  }

  function organizationPage(slug: string): string | null {
    const organization = bySlug('organization', slug)
    if (organization === undefined) return null
    reads.add(`index:practices-of:${organization._id}`)
    const practices = all('practice').filter((practice) => practice['organization'] === organization._id)
    const titles = practices.map(({ _id }) => `<li>${text(get(_id), 'title')}</li>`)
    return `<main data-pagefind-body><h1>${text(organization, 'name')}</h1><ul>${titles.join('')}</ul></main>`
  }

  apply({ upsert: [...documentsOf(options.documents)] })

  return {
    apply,
    urls,
    async render(path) {
      reads = new Set()
      const body = render(path)
      const contentType = path.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8'
      const html =
        contentType === 'text/plain' ? body : `<!doctype html><html lang="ru"><body>${body}</body></html>`
      const status = body === null ? 404 : 200
      return { status, contentType, body: html ?? '', reads: [...reads] }
    },
  }
}

function documentsOf(documents: SiteOptions['documents']): Iterable<PublicDocument> {
  return 'places' in documents ? unpackDocuments(documents) : documents
}

/** Persons without consent vanish, and with them their names; a practice without a title is not sound. */
export const fakeRules: DocumentRules = {
  problemsOf: (document) =>
    document._type === 'practice' && typeof document['title'] !== 'string' ? ['Нет названия'] : [],
  datesOf: ({ consentUntil }) => (typeof consentUntil === 'string' ? [consentUntil] : []),
  dependsOnReferrers: ({ _type }) => _type === 'sanity.imageAsset',
  isPerson: ({ _type }) => _type === 'person',
  addressOf(document) {
    const section = { practice: '/praktiki/', organization: '/organizacii/' }[document._type]
    return section === undefined ? null : `${section}${slugOf(document)}/`
  },
  toPublicDocument(document, { get, today: clock, referring }) {
    const today = dayInZone(clock, COUNTRY_ZONE)
    if (document._type === 'sanity.imageAsset') {
      return [...referring(document._id)].length > 0 ? { ...document } : null
    }
    if (document._type === 'person') {
      const until = document['consentUntil']
      return typeof until === 'string' && until >= today ? { ...document } : null
    }
    const author = document['author']
    if (typeof author !== 'string') return { ...document }
    const until = get(author)?.['consentUntil']
    return typeof until === 'string' && until >= today ? { ...document } : { ...document, author: '' }
  },
}

function indexKeysOf(document: PublicDocument | undefined): Set<string> {
  if (document === undefined) return new Set()
  const keys = new Set([`index:type:${document._type}`, `index:type:${document._type}#${document._id}`])
  keys.add(`index:slug:${document._type}/${slugOf(document)}`)
  if (document._type === 'practice') keys.add(`index:practices-of:${text(document, 'organization')}`)
  return keys
}

function slugOf(document: PublicDocument | undefined): string {
  return text(document, 'slug')
}

function text(document: PublicDocument | undefined, field: string): string {
  const value = document?.[field]
  return typeof value === 'string' ? value : ''
}
