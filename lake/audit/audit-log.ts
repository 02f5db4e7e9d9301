import type { AccountStore } from '../store/accounts.ts'
import type { AuditQuery, StoredAuditEntry } from '../store/accounts/audit.ts'
import { isDiskFull } from '../store/disk-full.ts'
import type { AuditKind } from './audit-kinds.ts'

export interface AuditEvent {
  kind: AuditKind
  /** Who did it: id and name of a user or token; nobody when it is not known. */
  actor?: { id: string; name: string } | undefined
  /** To whom or what, as people call it. */
  subject?: string
  /** From where, as `addressOf` tells. */
  address?: string
  details?: Record<string, unknown>
}

/** Tells what happened with accounts and content as a whole. Entries cannot be changed; see `KEPT_FOR_MS`. */
export interface AuditLog {
  /** Durable when it returns. */
  record(event: AuditEvent): void
  /**
   * For what happens often and is in the history of the dataset too: written within a second, together with others.
   * What the same actor did of the same kind meanwhile becomes one entry, with the number of `subjects`.
   */
  recordSoon(event: AuditEvent): void
  /** For what an attacker can make happen at will: at most once in ten minutes for the same subject and address. */
  recordRarely(event: AuditEvent): void
  /** For what only reads, which goes on when the disk is full: then it is written once there is room. */
  recordReading(event: AuditEvent): void
  list(query: AuditQuery): StoredAuditEntry[]
  actors(): { id: string; name: string }[]
  /** Writes what waits. */
  close(): void
}

/** The actor of what is done at the machine itself. */
export const CONSOLE = { id: '<console>', name: 'Командная строка' } as const

/** Entries are removed after three years. */
const KEPT_FOR_MS = 3 * 365 * 24 * 60 * 60_000
const CLEAN_EVERY_MS = 24 * 60 * 60_000
const WRITE_WITHIN_MS = 1_000
/** On a full disk it is tried again after so long, and so many different events wait for that. */
const TRY_AGAIN_MS = 10_000
const MAX_WAITING = 1_000
const RARELY_MS = 10 * 60_000
const MAX_RARE = 10_000
const MAX_TEXT = 300
const MAX_SUBJECTS = 20

interface Waiting {
  event: AuditEvent
  at: string
  subjects: string[]
  count: number
}

export function createAuditLog(
  { audit, transaction }: Pick<AccountStore, 'audit' | 'transaction'>,
  now: () => Date,
): AuditLog {
  let waiting = new Map<string, Waiting>()
  const rare = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let cleanedAt = 0

  function append({ kind, actor, subject = '', address = '', details = {} }: AuditEvent, at: string): void {
    audit.append({
      at,
      kind,
      actor: actor?.id ?? '',
      actorName: cut(actor?.name ?? ''),
      subject: cut(subject),
      address,
      details,
    })
  }

  function clean(): void {
    const time = now().getTime()
    if (time - cleanedAt < CLEAN_EVERY_MS) return
    cleanedAt = time
    audit.removeOlderThan(new Date(time - KEPT_FOR_MS).toISOString())
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const ready = waiting
    waiting = new Map()
    if (ready.size === 0) return
    try {
      transaction(() => {
        for (const { event, at, subjects, count } of ready.values()) {
          append(
            { ...event, subject: subjects.join(', '), details: { ...event.details, subjects, count } },
            at,
          )
        }
      })
    } catch (error) {
      if (!isDiskFull(error)) throw error
      waiting = ready
      timer = setTimeout(flush, TRY_AGAIN_MS).unref()
    }
  }

  function record(event: AuditEvent): void {
    flush()
    clean()
    append(event, now().toISOString())
  }

  function recordSoon(event: AuditEvent): void {
    const key = JSON.stringify([event.kind, event.actor?.id, event.address])
    const together = waiting.get(key)
    const subjects = event.subject === undefined ? [] : [cut(event.subject)]
    if (together) {
      together.count += 1
      if (together.subjects.length < MAX_SUBJECTS) together.subjects.push(...subjects)
    } else if (waiting.size < MAX_WAITING)
      waiting.set(key, { event, at: now().toISOString(), subjects, count: 1 })
    timer ??= setTimeout(flush, WRITE_WITHIN_MS).unref()
  }

  function recordReading(event: AuditEvent): void {
    rare.set(rareKey(event), now().getTime())
    try {
      record(event)
    } catch (error) {
      if (!isDiskFull(error)) throw error
      recordSoon(event)
    }
  }

  return {
    record,
    recordReading,
    recordRarely(event) {
      if (now().getTime() - (rare.get(rareKey(event)) ?? 0) < RARELY_MS) return
      if (rare.size >= MAX_RARE) rare.clear()
      recordReading(event)
    },
    recordSoon,
    list(query) {
      flush()
      return audit.list(query)
    },
    actors() {
      flush()
      return audit.actors()
    },
    close: flush,
  }
}

function rareKey({ kind, actor, subject, address }: AuditEvent): string {
  return JSON.stringify([kind, actor?.id, subject, address])
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).toWellFormed()}…` : text
}
