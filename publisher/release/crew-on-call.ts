import { startCrew } from './render-crew.ts'
import type { CrewInputs, RenderCrew } from './render-crew.ts'

/** So many pages are worth the seconds that threads take to start. */
export const PAGES_OF_CREW = 3000

/** A crew that is there while very many pages wait. */
export interface CrewOnCall {
  /** The crew at work, or null. */
  readonly crew: RenderCrew | null
  /** Starts a crew when so many pages are worth it. */
  call(pages: number, today: string): void
  dismiss(): Promise<void>
  /** Dismisses a crew that failed; pages are rendered without one from then on. */
  giveUp(error: unknown): Promise<void>
}

/** What a crew is started with. */
export interface CrewOnCallOptions {
  /** The site as it is now, given its day; null when threads cannot load it. */
  inputs: (today: string) => CrewInputs | null
  /** A crew is started for more pages than this. */
  pagesOfCrew: number
  onError?: ((error: unknown) => void) | undefined
}

export function createCrewOnCall({ inputs, pagesOfCrew, onError }: CrewOnCallOptions): CrewOnCall {
  let crew: RenderCrew | null = null
  let failed = false

  async function dismiss(): Promise<void> {
    const dismissed = crew
    crew = null
    await dismissed?.close()
  }

  return {
    get crew() {
      return crew
    },
    call(pages, today) {
      if (crew !== null || failed || pages <= pagesOfCrew) return
      const given = inputs(today)
      if (given !== null) crew = startCrew(given)
    },
    dismiss,
    async giveUp(error) {
      failed = true
      onError?.(error)
      await dismiss()
    },
  }
}
