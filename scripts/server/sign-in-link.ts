import type { Accounts } from '#lake/access/accounts.ts'

const FIRST_LOGIN = 'admin'

/**
 * A one-time link for the administrator who comes first by login; in a new lake `admin` is made for it.
 * @returns path and query on the lake's origin
 */
export function createAdministratorLink(accounts: Accounts): string {
  const administrator = accounts.listUsers().find(({ role }) => role === 'administrator')
  const login = administrator?.login ?? accounts.addUser(FIRST_LOGIN, 'administrator', 'Администратор').login
  return accounts.createSignInLink(login)
}
