import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { AccountStore } from '../store/accounts.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { hashSecret } from './secrets.ts'

/** A secret that a person is about to put into an authenticator. */
export interface Enrolment {
  /** For the QR code. */
  uri: string
  /** In groups of four letters, to be typed by hand. */
  secret: string
}

/** One-time codes from a telephone (RFC 6238) beside the password. */
export interface SecondFactor {
  isOn(userId: string): boolean
  /** A fresh secret; it counts once a code of it was confirmed. */
  begin(userId: string): Enrolment
  /** The secret that waits to be confirmed, to show it again; null when there is none. */
  pending(userId: string): Enrolment | null
  /** @returns recovery codes, shown once; null when the code is wrong */
  confirm(userId: string, code: string): string[] | null
  /** Whether a code, or a recovery code, is right; each is right once. */
  verify(userId: string, code: string): boolean
  remove(userId: string): void
  /** How many recovery codes are left. */
  recoveryCodesLeft(userId: string): number
}

const PERIOD_S = 30
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
// Without letters and digits that look alike.
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const RECOVERY_LENGTH = 12

export function createSecondFactor({ store, now }: { store: AccountStore; now: () => Date }): SecondFactor {
  const secretOf = (userId: string) => store.users.byId(userId)?.totpSecret ?? null

  /** @returns the time step of the code, null when it is wrong */
  function findStep(secret: string, code: string): number | null {
    const timestamp = now().getTime()
    const delta = createTotp(secret).validate({ token: code, timestamp, window: 1 })
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta
  }

  return {
    isOn: (userId) => secretOf(userId) !== null,

    begin(userId) {
      const user = store.users.byId(userId)
      const secret = new Secret({ size: SECRET_BYTES }).base32
      store.users.setPendingTotp(userId, secret)
      return describe(user, secret)
    },

    pending(userId) {
      const user = store.users.byId(userId)
      return user?.totpPending ? describe(user, user.totpPending) : null
    },

    confirm(userId, code) {
      const pending = store.users.byId(userId)?.totpPending ?? null
      const step = pending === null ? null : findStep(pending, readCode(code))
      if (step === null) return null
      const codes = Array.from({ length: RECOVERY_CODES }, createRecoveryCode)
      store.transaction(() => {
        store.users.confirmTotp(userId, step)
        store.recoveryCodes.replace(userId, codes.map(hashRecoveryCode))
      })
      return codes
    },

    verify(userId, code) {
      const secret = secretOf(userId)
      if (secret === null) return false
      const digits = readCode(code)
      if (!/^\d{6}$/.test(digits)) return store.recoveryCodes.use(userId, hashRecoveryCode(code))
      const step = findStep(secret, digits)
      return step !== null && store.users.useTotpStep(userId, step)
    },

    remove: (userId) =>
      store.transaction(() => {
        store.users.removeTotp(userId)
        store.recoveryCodes.replace(userId, [])
      }),

    recoveryCodesLeft: (userId) => store.recoveryCodes.count(userId),
  }
}

function createTotp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Копилка', label, secret: Secret.fromBase32(secret), period: PERIOD_S })
}

function describe(user: StoredUser | null, secret: string): Enrolment {
  return {
    uri: createTotp(secret, user?.login ?? '').toString(),
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/** People type codes with spaces, as telephones show them. */
function readCode(code: string): string {
  return code.replace(/\s/g, '')
}

function createRecoveryCode(): string {
  const letters = Array.from({ length: RECOVERY_LENGTH }, () =>
    RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
  ).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

function hashRecoveryCode(code: string): string {
  return hashSecret(`recovery:${code.toLowerCase().replace(/[\s-]/g, '')}`)
}
