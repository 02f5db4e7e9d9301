import type { DocumentSource } from '../documents/document-source.ts'
import { documentOfFormerAddress } from './former-address.ts'
import type { FormerAddress } from './former-address.ts'

/** Has former addresses written into the lake; what could not be written waits for the next time. */
export interface MoveMemory {
  /** Notes moves without writing them. */
  add(moves: readonly FormerAddress[]): void
  /** Writes these and those that wait; never throws. */
  remember(moves: readonly FormerAddress[]): Promise<void>
  /** Moves that are not written yet. */
  readonly waiting: number
}

/** @param onError hears of the first of several failures in a row */
export function rememberMoves(
  source: Pick<DocumentSource, 'remember'>,
  onError: (error: unknown) => void = () => undefined,
): MoveMemory {
  const waiting = new Map<string, FormerAddress>()
  let isFailing = false

  function add(moves: readonly FormerAddress[]): void {
    for (const move of moves) waiting.set(move.address, move)
  }

  return {
    add,
    async remember(moves) {
      add(moves)
      if (waiting.size === 0) return
      try {
        await source.remember([...waiting.values()].map(documentOfFormerAddress))
        waiting.clear()
        isFailing = false
      } catch (error) {
        if (!isFailing) onError(error)
        isFailing = true
      }
    },
    get waiting() {
      return waiting.size
    },
  }
}
