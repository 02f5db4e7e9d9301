import type { Scope } from '../scopes/scope.ts'

/** What a signed-in person or a token may do; later roles include what earlier ones may. */
export const ROLES = ['viewer', 'editor', 'administrator'] as const

export type Role = (typeof ROLES)[number]

/** How roles are called in the Studio and by the commands. */
export const ROLE_TITLES = {
  viewer: 'Наблюдатель',
  editor: 'Редактор',
  administrator: 'Администратор',
} as const satisfies Record<Role, string>

/** Who makes a request. `id` is what history records as the author. */
export interface Identity {
  id: string
  name: string
  /** Empty unless the login is an e-mail address. */
  email: string
  role: Role | 'anonymous'
  kind: 'user' | 'token' | 'anonymous'
  /** Where the role counts; everywhere when missing. Elsewhere one sees what the public sees. */
  scopes?: readonly Scope[]
}

/** Whether the identity reads every document in full. Whoever does not must be answered through `Visibility`. */
export function readsEverything({ role, scopes }: Identity): boolean {
  return role !== 'anonymous' && scopes === undefined
}

export const ANONYMOUS = {
  id: '<anonymous>',
  name: 'Читатель',
  email: '',
  role: 'anonymous',
  kind: 'anonymous',
} as const satisfies Identity

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value)
}

/** Whether the identity's role is `role` or includes it. */
export function hasRole(identity: Identity, role: Role): boolean {
  const own = identity.role
  return own !== 'anonymous' && ROLES.indexOf(own) >= ROLES.indexOf(role)
}
