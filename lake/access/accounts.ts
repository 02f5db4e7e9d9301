import type { Scope, ScopeInput } from '../scopes/scope.ts'
import type { Identity, Role } from './identity.ts'

/** A person who may sign in. Times are ISO 8601 UTC. */
export interface User {
  id: string
  login: string
  name: string
  role: Role
  /** Where the role counts; empty: everywhere. */
  scopes: readonly Scope[]
  hasPassword: boolean
  /** Whether a one-time code is asked for beside the password. */
  hasSecondFactor: boolean
  createdAt: string
}

/** A token for programs; the secret itself is never stored. */
export interface ApiToken {
  id: string
  label: string
  role: Role
  /** Where the role counts; empty: everywhere. */
  scopes: readonly Scope[]
  createdAt: string
  lastUsedAt: string | null
}

/**
 * The people and programs that may enter the lake. Kept in `accounts.sqlite`, apart from the dataset; safe to use
 * from another process while the server runs: every request reads the current state.
 *
 * All calls are synchronous and durable when they return. Errors are `AccountError`s with Russian messages.
 */
export interface Accounts {
  /** @throws AccountError when the login is taken or not a login. */
  addUser(login: string, role: Role, name?: string, scopes?: readonly ScopeInput[]): User
  /** In order of login. */
  listUsers(): User[]
  /**
   * Without scopes the role counts everywhere from now on.
   * @throws AccountError when there is no such login, when no administrator would be left, or for an administrator with
   *   scopes
   */
  changeRole(login: string, role: Role, scopes?: readonly ScopeInput[]): User
  /** Takes the second factor away from somebody who has lost it. @throws AccountError when there is no such login */
  removeSecondFactor(login: string): void
  /** Signs the user out everywhere. @throws AccountError when there is no such login */
  endSessions(login: string): void
  /** Ends every session and link of the user; the name stays readable in history. Throws like `changeRole`. */
  removeUser(login: string): void
  /**
   * Makes a link that signs in once, within 24 hours.
   * @returns path and query on the lake's origin, `/v1/auth/link?token=…`
   * @throws AccountError when there is no such login.
   */
  createSignInLink(login: string): string
  /** @returns the secret, which cannot be read again; send it as `Authorization: Bearer <secret>`. */
  addToken(label: string, role: Role, scopes?: readonly ScopeInput[]): string
  listTokens(): ApiToken[]
  /** @param idOrLabel an id, or a label that only one living token has. @throws AccountError otherwise. */
  revokeToken(idOrLabel: string): void
  /**
   * Who makes the request, by `Authorization: Bearer` or the session cookie; anonymous without either.
   * @throws LakeError 401 for credentials that are wrong or ended, 403 for a write by cookie from a foreign origin.
   */
  identify(request: Request): Identity
  /** Who makes the request; wrong or ended credentials are as good as none. */
  identifyLeniently(request: Request): Identity
  /** Whether the request's credentials count now. Never throws. */
  isSignedIn(request: Request): boolean
}
