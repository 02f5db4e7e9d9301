import type { Identity } from '../access/identity.ts'
import type { PublicView } from '../context.ts'
import { isRecord } from '../documents/document.ts'
import { LAW_TIME } from './query-law.ts'

/**
 * For tests of what is seen by random documents: a view that hides, shortens and rewords, by itself and by others.
 * @public threads load it by its name
 */
export const viewOfLaw: PublicView = (document, look) => {
  const { date: _date, ...shown } = document
  if (document['n'] === 3) return null
  const { _ref: id } = isRecord(document['to']) ? document['to'] : {}
  const target = typeof id === 'string' ? look.get(id) : undefined
  if (target && target['n'] !== 1) return { ...shown, title: target['title'], name: undefined }
  if (look.referring(document._id).length > 1) return { ...shown, name: 'наставник школы', n: 2 }
  if (document['n'] === 2 && look.now > NOON)
    return document['slug'] === 'a' ? null : { ...shown, title: 'вечер' }
  return document['n'] === 1 ? document : shown
}

const NOON = new Date('2026-09-01T10:00:00Z')

/** When they ask: while the index knows what the public sees, before and after some of that changes, and later. */
export const TIMES: readonly Date[] = [
  LAW_TIME,
  LAW_TIME,
  new Date('2026-09-01T11:00:00Z'),
  new Date('2026-09-01T11:00:00Z'),
  new Date('2026-09-03T00:00:00Z'),
]

const person = { id: 'me', name: 'me', email: '', kind: 'user' } as const

/** Who may ask: everybody sees something else. */
export const ASKERS = [
  { ...person, role: 'viewer' },
  { ...person, role: 'anonymous', kind: 'anonymous' },
  {
    ...person,
    role: 'editor',
    scopes: [
      {
        title: 'pages',
        filter: '_id in $pages || to._ref in $pages || n == 2',
        sets: [{ name: 'pages', filter: '_type == "page" && defined(title)' }],
      },
    ],
  },
] as const satisfies readonly Identity[]

/** `viewOfLaw`, for threads. */
export const VIEW_OF_LAW = { url: import.meta.url, name: 'viewOfLaw' } as const
