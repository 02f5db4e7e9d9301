interface NamedInCharge {
  persons: readonly string[]
  roles: readonly string[]
  bodies: readonly string[]
}

/** Whom the words name: «роли: куратор, директор; люди: Иванова А.А. (выберите ниже)»; '' when they name nobody. */
export function describeResponsible({ persons, roles, bodies }: NamedInCharge): string {
  return [
    roles.length === 0 ? '' : `роли: ${roles.join(', ')}`,
    bodies.length === 0 ? '' : `организации: ${bodies.join(', ')}`,
    persons.length === 0 ? '' : `люди: ${persons.join(', ')} (выберите ниже)`,
  ]
    .filter(Boolean)
    .join('; ')
}
