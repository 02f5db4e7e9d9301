const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

export type DocumentState = 'published' | 'draft' | 'version'

export function documentState(id: string): DocumentState {
  if (id.startsWith(DRAFTS)) return 'draft'
  return id.startsWith(VERSIONS) && id.split('.').length > 2 ? 'version' : 'published'
}

/** The id that a document has, or would have, when published. */
export function publishedId(id: string): string {
  const state = documentState(id)
  if (state === 'draft') return id.slice(DRAFTS.length)
  return state === 'version' ? id.split('.').slice(2).join('.') : id
}

export function draftId(id: string): string {
  return DRAFTS + publishedId(id)
}

/**
 * Whether the id has a path, as `drafts.x` or `system.y` have. Such documents are never public.
 * @see https://www.sanity.io/docs/content-lake/ids
 */
export function hasPath(id: string): boolean {
  return id.includes('.')
}

const WELL_FORMED = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** Whether the id may be given to a document: letters, digits, `.`, `_`, `-`; at most 128 characters. */
export function isDocumentId(id: string): boolean {
  return WELL_FORMED.test(id) && !id.includes('..') && !id.endsWith('.')
}
