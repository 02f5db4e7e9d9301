import { dayInZone } from '../text/day-in-zone.ts'
import type { TimeZoneKey } from '../vocabulary/time-zones.ts'
import type { ConsentScopeKey } from '../vocabulary/consent-scopes.ts'
import type { LakeDocument } from '../documents/content-document.ts'
import { hasValidConsent } from './consent.ts'

/** What judging a consent needs to know. */
export interface ConsentContext {
  /** The published document with this id, as stored. */
  readonly get: (id: string) => LakeDocument | null | undefined
  /** ISO date, the same in every time zone, or an ISO moment, at which each region has its own day. */
  readonly today: string
}

/** Where a day begins first, and last. */
const EDGES = ['Asia/Kamchatka', 'Europe/Kaliningrad'] as const satisfies readonly TimeZoneKey[]

/** Whether a person's consent lets this be published today, by the day in the region where the person works. */
export function isConsentValid(
  person: LakeDocument,
  context: ConsentContext,
  scope?: ConsentScopeKey,
): boolean {
  const { today } = context
  const isValidIn = (zone: string | null) => hasValidConsent(person, dayInZone(today, zone), scope)
  const [anywhere, everywhere] = [EDGES.some(isValidIn), EDGES.every(isValidIn)]
  // Most consents are valid or not whatever the zone, and then it does not matter who else changes.
  return anywhere === everywhere ? anywhere : isValidIn(timeZoneOf(person, context))
}

/** The days on which a person's consent begins and ends: between them nothing changes by itself. */
export function listConsentDays(person: object): string[] {
  const { consent }: Record<string, unknown> = { ...person }
  if (typeof consent !== 'object' || consent === null) return []
  const { date, until }: Record<string, unknown> = { ...consent }
  return [date, until].filter((day) => typeof day === 'string')
}

function timeZoneOf(person: LakeDocument, { get }: ConsentContext): string | null {
  const region = follow(follow(person, 'organization', get), 'region', get)
  const timeZone = region?.['timeZone']
  return typeof timeZone === 'string' ? timeZone : null
}

function follow(
  document: LakeDocument | null | undefined,
  field: string,
  get: ConsentContext['get'],
): LakeDocument | null | undefined {
  const reference = document?.[field]
  return typeof reference === 'object' &&
    reference !== null &&
    '_ref' in reference &&
    typeof reference._ref === 'string'
    ? get(reference._ref)
    : null
}
