import type { WorkArea } from '../scopes/create-scopes.ts'
import type { Identity } from './identity.ts'

/** What the Studio may offer for the documents that a GROQ filter matches. */
export interface DocumentGrant {
  filter: string
  permissions: string[]
}

const EVERYTHING = '_id in path("**")'
const PUBLISHED = '_id in path("*")'

const PERMISSIONS = {
  anonymous: [],
  viewer: ['read', 'history'],
  editor: ['read', 'history', 'create', 'update'],
  administrator: ['read', 'history', 'create', 'update', 'manage'],
} as const satisfies Record<Identity['role'], readonly string[]>

/**
 * The grants of an identity, for the Studio to show and hide its buttons. The lake enforces roles by itself.
 * Deleting goes by `update`, as the Studio asks for it.
 * @param area where the role counts; everywhere when null
 */
export function listDocumentGrants({ role }: Identity, area: WorkArea | null): DocumentGrant[] {
  const permissions = [...PERMISSIONS[role]]
  if (permissions.length === 0) return []
  if (area === null) return [{ filter: EVERYTHING, permissions }]
  return [
    { filter: PUBLISHED, permissions: ['read'] },
    ...area.describe().map((filter) => ({ filter, permissions })),
  ]
}
