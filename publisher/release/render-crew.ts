import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { SiteChanges, SiteOptions } from '../site-bundle/built-site.ts'
import { isFinished } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'

/** What a thread of a crew is told at its start. */
export interface CrewInputs {
  bundleDir: string
  site: SiteOptions
}

/** What a thread of a crew is told to do; it does so one after the other. */
export type CrewOrder =
  { kind: 'apply'; changes: SiteChanges } | { kind: 'render'; piece: number; paths: string[] }

/** What a thread of a crew says. */
export type CrewAnswer =
  { kind: 'ready' } | { kind: 'rendered'; piece: number; pages: (FinishedPage | PageFailure)[] }

/** What became of the pages of one order. */
export interface RenderedPiece {
  piece: number
  pages: (FinishedPage | PageFailure)[]
  /** Pages that read something that changed after the order was given. */
  outdated: string[]
}

/** Threads that render pages of a live release, each with a site of its own that follows the same changes. */
export interface RenderCrew {
  /** Documents can be read as long as they are held. */
  readonly inputs: CrewInputs
  /** @param touched keys of what changed */
  apply(changes: SiteChanges, touched: Iterable<string>): void
  /** Whether a thread has loaded the site. */
  readonly isReady: boolean
  /** Whether one can be given more pages. */
  readonly isFree: boolean
  render(piece: number, paths: string[]): void
  /** What was rendered since it was asked last; waits so long for something. @throws when a thread ended */
  collect(milliseconds: number): Promise<RenderedPiece[]>
  close(): Promise<void>
}

/** One processor is left to readers and editors. */
const MOST_THREADS = 4
/** A thread has the next piece when it has done one. */
const PIECES_OF_THREAD = 2

interface CrewMember {
  worker: Worker
  isReady: boolean
  pieces: number
}

/** Starts threads over these documents; until they are ready none is free. */
export function startCrew(inputs: CrewInputs): RenderCrew {
  const rendered: RenderedPiece[] = []
  /** What changed since each order that is being carried out. */
  const touchedSince = new Map<number, Set<string>>()
  let failure: Error | null = null
  let wake: (() => void) | null = null
  const count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))
  const members = Array.from({ length: count }, () => startMember())

  function startMember(): CrewMember {
    const worker = new Worker(new URL('./crew-thread.ts', import.meta.url), { workerData: inputs })
    const member = { worker, isReady: false, pieces: 0 }
    worker.on('message', (answer: CrewAnswer) => {
      if (answer.kind === 'ready') member.isReady = true
      else {
        member.pieces -= 1
        rendered.push(judge(answer.piece, answer.pages))
      }
      wake?.()
    })
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('A thread that renders pages ended')))
    return member
  }

  function judge(piece: number, all: (FinishedPage | PageFailure)[]): RenderedPiece {
    const touched = touchedSince.get(piece) ?? new Set()
    touchedSince.delete(piece)
    // Of a page that failed it is not known what it read.
    const isOutdated = (page: FinishedPage | PageFailure) =>
      isFinished(page) ? page.record.reads.some((key) => touched.has(key)) : touched.size > 0
    return {
      piece,
      pages: all.filter((page) => !isOutdated(page)),
      outdated: all.filter(isOutdated).map(({ path }) => path),
    }
  }

  function fail(error: unknown): void {
    failure ??= error instanceof Error ? error : new Error(String(error))
    wake?.()
  }

  function findFree(): CrewMember | undefined {
    const ready = members.filter(({ isReady, pieces }) => isReady && pieces < PIECES_OF_THREAD)
    return ready.toSorted((one, other) => one.pieces - other.pieces)[0]
  }

  return {
    inputs,
    apply(changes, touched) {
      const keys = [...touched]
      for (const since of touchedSince.values()) for (const key of keys) since.add(key)
      for (const member of members) tell(member, { kind: 'apply', changes })
    },
    get isReady() {
      return failure !== null || members.some(({ isReady }) => isReady)
    },
    get isFree() {
      return findFree() !== undefined
    },
    render(piece, paths) {
      const member = findFree()
      if (member === undefined) throw new Error('No thread is free to render pages')
      member.pieces += 1
      touchedSince.set(piece, new Set())
      tell(member, { kind: 'render', piece, paths })
    },
    async collect(milliseconds) {
      if (rendered.length === 0 && failure === null) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      if (failure !== null) throw failure
      return rendered.splice(0)
    },
    async close() {
      for (const { worker } of members) worker.removeAllListeners()
      await Promise.all(members.map(({ worker }) => worker.terminate()))
    },
  }
}

function tell({ worker }: CrewMember, order: CrewOrder): void {
  worker.postMessage(order)
}
