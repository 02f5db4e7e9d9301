import { transliterate } from '#content/text/transliterate.ts'
import { refer } from './make-document.ts'
import type { ScaleDocument } from './make-document.ts'
import { MEN, PATRONYMICS, POSITIONS, SURNAMES, WOMEN } from './phrases.ts'
import type { Random } from './random.ts'

const WITH_CONSENT = 0.7
const WITHDRAWN = 0.03

/** Someone of a school; most have agreed to be named, some have taken that back. */
export function makePerson(random: Random, school: string, place: number): ScaleDocument {
  const woman = random.chance(0.8)
  const surname = random.pick(SURNAMES) + (woman ? 'а' : '')
  const first = random.pick(woman ? WOMEN : MEN)
  const patronymic = random.pick(PATRONYMICS) + (woman ? 'на' : 'ич')
  const name = `${surname} ${first.slice(0, 1)}.${patronymic.slice(0, 1)}.`
  const consent = random.chance(WITH_CONSENT)
    ? {
        consent: {
          _type: 'consent',
          scope: ['name'],
          date: '2025-09-01',
          ...(random.chance(WITHDRAWN) && { withdrawn: '2026-03-01' }),
        },
      }
    : {}
  return {
    _id: `person-${transliterate(name)}-${place}-${school}`,
    _type: 'person',
    _createdAt: '2025-08-20T09:00:00Z',
    name,
    fullName: `${surname} ${first} ${patronymic}`,
    position: random.pick(POSITIONS),
    organization: { ...refer(`organization-${school}`), _weak: true },
    ...consent,
  }
}
