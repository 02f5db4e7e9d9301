import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createGate } from '../limits/gate.ts'

const MIN_LENGTH = 10
const MAX_LENGTH = 200

// The first recommendation of OWASP's password storage cheat sheet for Argon2id.
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32

const derive = promisify(argon2)

// Each derivation takes 19 MiB and a thread of Node's pool: a flood of sign-ins must not take them all.
const gate = createGate({ atOnce: 2, waiting: 32 })

/** What is wrong with a chosen password, in Russian; null when it will do. */
export function findPasswordFault(password: string, login: string): string | null {
  if (password.length < MIN_LENGTH) return `Пароль должен быть не короче ${MIN_LENGTH} знаков.`
  if (password.length > MAX_LENGTH) return `Пароль должен быть не длиннее ${MAX_LENGTH} знаков.`
  if (password.toLowerCase() === login.toLowerCase()) return 'Пароль не должен совпадать с логином.'
  if (new Set(password).size < 4) return 'Пароль слишком простой: возьмите больше разных знаков.'
  return null
}

/**
 * @returns an Argon2id hash with its salt and cost, in the PHC string format
 * @throws GateFullError when too many derivations wait
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await deriveTag(password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(salt)}$${encode(tag)}`
}

/**
 * Takes as long for no password (`stored` null) as for a wrong one, so that time does not tell which logins exist.
 * @throws GateFullError when too many derivations wait
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = stored === null ? null : readHash(stored)
  const { salt, cost, tag } = parsed ?? { salt: Buffer.alloc(16), cost: COST, tag: Buffer.alloc(TAG_BYTES) }
  const derived = await deriveTag(password.slice(0, MAX_LENGTH + 1), salt, cost)
  return derived.length === tag.length && timingSafeEqual(derived, tag) && parsed !== null
}

interface Cost {
  memory: number
  passes: number
  parallelism: number
}

function deriveTag(password: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
  // Two keyboards may write the same letter differently (й as one code point or two).
  const message = password.normalize('NFKC')
  return gate.run(() => derive('argon2id', { message, nonce, tagLength: TAG_BYTES, ...cost }))
}

function readHash(stored: string): { salt: Buffer; cost: Cost; tag: Buffer } | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored)
  if (!match) return null
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  return {
    salt: Buffer.from(salt, 'base64'),
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    tag: Buffer.from(tag, 'base64'),
  }
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
