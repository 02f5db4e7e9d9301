import type { AccountStore } from '../store/accounts.ts'
import { hashSecret } from './secrets.ts'

const FREE_ATTEMPTS = { login: 5, code: 5, address: 30 } as const
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000
const FORGET_AFTER_MS = 60 * 60_000

/** What failures are counted for: a login, the one-time codes of a user, or an address that people sign in from. */
export type LockSubject = readonly [kind: keyof typeof FREE_ATTEMPTS, name: string]

export interface LockOut {
  /**
   * Counts an attempt before the password is looked at, so that many at once cannot slip through together.
   * @returns how long to wait instead, in ms, and then nothing is counted; 0 when this attempt may go on
   */
  begin(...subjects: LockSubject[]): number
  /** The attempt was right: forget the failures of the login, and take back what was counted for the address. */
  succeed(...subjects: LockSubject[]): void
}

/**
 * After five wrong passwords or codes in a row a login rests for 30 seconds, then twice as long after each further one,
 * up to 15 minutes; an address, behind which a whole school may be, after thirty. An hour without failures is
 * forgiven. Logins that do not exist behave the same. Sign-in links are not affected.
 */
export function createLockOut(store: AccountStore, now: () => Date): LockOut {
  return {
    begin: (...subjects) =>
      store.transaction(() => {
        const at = now()
        store.attempts.removeOlderThan(new Date(at.getTime() - FORGET_AFTER_MS).toISOString())
        const wait = Math.max(0, ...subjects.map((subject) => waitOf(subject, at)))
        if (wait > 0) return wait
        for (const subject of subjects) store.attempts.recordFailure(keyOf(subject), at.toISOString())
        return 0
      }),
    succeed(...subjects) {
      for (const subject of subjects) {
        // An account of one's own must not wash away what was tried on those of others.
        if (subject[0] === 'address') store.attempts.takeBack(keyOf(subject))
        else store.attempts.clear(keyOf(subject))
      }
    },
  }

  function waitOf(subject: LockSubject, at: Date): number {
    const { failures, lastAt } = store.attempts.read(keyOf(subject))
    const beyond = failures - FREE_ATTEMPTS[subject[0]]
    return beyond < 0 ? 0 : Date.parse(lastAt) + lockMs(beyond) - at.getTime()
  }
}

function lockMs(beyond: number): number {
  return Math.min(FIRST_LOCK_MS * 2 ** beyond, LONGEST_LOCK_MS)
}

// People sometimes type the password into the login field: it must not end up on disk.
function keyOf([kind, name]: LockSubject): string {
  return hashSecret(`${kind}:${name}`)
}
