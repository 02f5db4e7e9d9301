import type { Identity } from '../access/identity.ts'
import type { PublicView } from '../context.ts'

/**
 * For tests of what is seen by random documents: a view that hides, shortens and rewords, by itself and by others.
 * @public threads load it by its name
 */
export const viewOfLaw: PublicView = (document, { get, referring }) => {
  const { date: _date, ...shown } = document
  if (document['n'] === 3) return null
  const target: unknown = document['to']
  const isShy = JSON.stringify(target ?? null).includes('"b"') && get('b')?._type === 'person'
  if (isShy || referring(document._id).length > 2)
    return { ...shown, title: 'наставник школы', name: undefined }
  return document['n'] === 1 ? document : shown
}

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
