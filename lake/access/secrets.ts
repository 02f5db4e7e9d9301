import { hash, randomBytes } from 'node:crypto'

/** 256 random bits as text that is safe in URLs, cookies and headers. */
export function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * What is stored instead of a secret. Plain SHA-256 is enough because secrets are random, not chosen by people; and a
 * look-up by hash tells an attacker nothing by its timing.
 */
export function hashSecret(secret: string): string {
  return hash('sha256', secret)
}

/** A short identifier for users and tokens: unique, not secret. */
export function createPublicId(prefix: string): string {
  return `${prefix}${randomBytes(9).toString('hex')}`
}
