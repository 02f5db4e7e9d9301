import type { AccountStore } from '../store/accounts.ts'
import { hashSecret } from './secrets.ts'

const FREE_ATTEMPTS = 5
const FIRST_LOCK_MS = 30_000
const LONGEST_LOCK_MS = 15 * 60_000
const FORGET_AFTER_MS = 60 * 60_000

export interface LockOut {
  /**
   * Counts an attempt before the password is looked at, so that many at once cannot slip through together.
   * @returns how long to wait instead, in ms; 0 when this attempt may go on
   */
  begin(login: string): number
  /** The password was right: forget the failures. */
  succeed(login: string): void
}

/**
 * After five wrong passwords in a row a login rests for 30 seconds, then twice as long after each further one, up to
 * 15 minutes. Logins that do not exist behave the same. Sign-in links are not affected.
 */
export function createLockOut(store: AccountStore, now: () => Date): LockOut {
  return {
    begin: (login) =>
      store.transaction(() => {
        const at = now()
        store.attempts.removeOlderThan(new Date(at.getTime() - FORGET_AFTER_MS).toISOString())
        const { failures, lastAt } = store.attempts.read(subjectOf(login))
        const wait = failures < FREE_ATTEMPTS ? 0 : Date.parse(lastAt) + lockMs(failures) - at.getTime()
        if (wait > 0) return wait
        store.attempts.recordFailure(subjectOf(login), at.toISOString())
        return 0
      }),
    succeed: (login) => store.attempts.clear(subjectOf(login)),
  }
}

function lockMs(failures: number): number {
  return Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_LOCK_MS)
}

// People sometimes type the password into the login field: it must not end up on disk.
function subjectOf(login: string): string {
  return hashSecret(`login:${login}`)
}
