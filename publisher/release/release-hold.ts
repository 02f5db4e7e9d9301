import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentRules } from '../documents/public-documents.ts'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import { findHeldRelease, listReleases, stopHolding } from './release-folders.ts'
import type { ReleaseFolder } from './release-folders.ts'
import { findWithdrawn, readPeople, rollBackTo } from './rollback.ts'
import type { GetVisible } from './rollback.ts'

/** Holds readers at an older release while the newest goes on following the documents behind it. */
export interface ReleaseHold {
  /** The older release readers see; null when they see the newest. */
  readonly held: ReleaseFolder | null
  /** Why readers are no longer held at a release although nobody asked for it; null when nothing like that happened. */
  readonly notice: string | null
  /** @throws {RollbackError} when the release cannot be shown again */
  rollBack(name: string): Promise<void>
  resume(): Promise<void>
  /** Shows the newest release again when the held one names people who may no longer be shown. */
  check(): Promise<void>
  /** Whether a page of a release changed since a copy of it was kept; also when none was. */
  isNewSinceKept(release: ReleaseFolder): Promise<boolean>
}

/** What a hold works on. */
export interface HoldOptions {
  releasesDir: string
  rules: Pick<DocumentRules, 'isPerson'>
  /** What readers may see now. */
  getVisible: GetVisible
  onError?: ((error: unknown) => void) | undefined
}

/** Goes on holding readers where they were held when the process ended. */
export async function openReleaseHold({
  releasesDir,
  rules,
  getVisible,
  onError,
}: HoldOptions): Promise<ReleaseHold> {
  let held = await findHeldRelease(releasesDir)
  let notice: string | null = null
  let people: PublicDocument[] = []
  if (held !== null) {
    try {
      people = await readPeople(held, rules)
    } catch (error) {
      onError?.(error)
      await letGo()
    }
  }

  async function letGo(): Promise<void> {
    await stopHolding(releasesDir)
    held = null
    people = []
  }

  return {
    get held() {
      return held
    },
    get notice() {
      return notice
    },
    async rollBack(name) {
      people = await rollBackTo(releasesDir, name, rules, getVisible)
      held = await findHeldRelease(releasesDir)
      notice = null
    },
    async resume() {
      await letGo()
      notice = null
    },
    async check() {
      if (held === null || findWithdrawn(people, getVisible).length === 0) return
      notice = `Выпуск ${held.name} больше не показывается: в нём есть сведения о людях, согласие которых закончилось или отозвано. Сайт снова следует за документами.`
      await letGo()
      onError?.(new Error(notice))
    },
    async isNewSinceKept(release) {
      const copy = (await listReleases(releasesDir)).find(({ name }) => name > release.name)
      if (copy === undefined) return true
      const [now, then] = await Promise.all([readPages(release), readPages(copy)])
      return now === null || then === null || !now.equals(then)
    },
  }
}

/** What the last checkpoint of a release says of its pages; null when there is none. */
async function readPages({ stateDir }: ReleaseFolder): Promise<Buffer | null> {
  try {
    const state = await readFile(join(stateDir, 'state.json'), 'utf8')
    return await readFile(join(stateDir, `pages-${/"sequence":(\d+)/.exec(state)?.[1]}.ndjson`))
  } catch {
    return null
  }
}
