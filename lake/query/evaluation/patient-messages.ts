import { z } from 'zod'
import { isRecord } from '../../documents/document.ts'
import type { Allowance, Outcome, QueryTask, ThreadSetting } from './task.ts'

/** The first message to a process of patient threads: a setting for each. */
export interface Settings {
  settings: ThreadSetting[]
  /** What a thread may take. */
  memoryMb: number
}

/** A task for one of its threads. */
export interface Order {
  number: number
  thread: number
  task: QueryTask
  allowance: Allowance
  patienceMs: number
}

/** What it says: what came of an order, or what went wrong with a thread by itself. */
export type Report = { number: number; outcome: Outcome } | { trouble: string }

// Both ends are this program: what is told apart is only which message it is.
const settingsMessage = z.custom<Settings>((message) => isRecord(message) && 'settings' in message)
const orderMessage = z.custom<Order>((message) => isRecord(message) && 'task' in message)
const reportMessage = z.custom<Report>(
  (message) => isRecord(message) && ('outcome' in message || 'trouble' in message),
)

export const readSettings = (message: unknown): Settings => settingsMessage.parse(message)
export const readOrder = (message: unknown): Order => orderMessage.parse(message)
export const readReport = (message: unknown): Report => reportMessage.parse(message)
