import type { ConsentScopeKey } from '../vocabulary/consent-scopes.ts'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * Whether a person's consent lets this be published on this day (152-ФЗ, ст. 10.1).
 * Anything missing, malformed, not yet begun, run out or withdrawn means no.
 * A withdrawal counts at once, whatever its date.
 * @param today ISO date
 */
export function hasValidConsent(person: object, today: string, scope: ConsentScopeKey = 'name'): boolean {
  const { consent }: Record<string, unknown> = { ...person }
  if (typeof consent !== 'object' || consent === null) return false
  const { date, until, withdrawn, scope: scopes }: Record<string, unknown> = { ...consent }
  if (withdrawn !== undefined && withdrawn !== null) return false
  if (!Array.isArray(scopes) || !scopes.includes(scope)) return false
  if (!isIsoDate(date) || !isIsoDate(today) || date > today) return false
  return until === undefined || until === null || (isIsoDate(until) && until >= today)
}

function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && ISO_DATE.test(value)
}
