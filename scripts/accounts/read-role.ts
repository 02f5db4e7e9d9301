import { isRole } from '#lake/access/identity.ts'
import type { Role } from '#lake/access/identity.ts'
import { UsageError } from '../command-line.ts'

/** Roles as people call them. */
export const ROLE_TITLES = {
  administrator: 'администратор',
  editor: 'редактор',
  viewer: 'читатель черновиков',
} as const satisfies Record<Role, string>

/** @throws {UsageError} when the option is missing or names no role */
export function readRole(value: string | undefined): Role {
  if (isRole(value)) return value
  const wrong = value === undefined ? 'Не указана роль' : `Нет роли «${value}»`
  throw new UsageError(`${wrong}: нужно --role administrator, editor или viewer.`)
}
