import type { DocumentRules } from '../documents/public-documents.ts'
import type { ReleaseControl } from '../run-publisher.ts'
import { releasesDirOf } from './open-release.ts'
import { findFollowedRelease, keepCopy, stopHolding } from './release-folders.ts'
import { readReleaseState } from './release-state.ts'
import { RollbackError, listKeptReleases, rollBackTo } from './rollback.ts'

/** The releases of a data folder that no publisher has open. */
export function openClosedReleases(
  dataDir: string,
  rules: Pick<DocumentRules, 'isPerson'>,
  now: () => Date,
): ReleaseControl {
  const releasesDir = releasesDirOf(dataDir)

  async function findNewest() {
    const newest = await findFollowedRelease(releasesDir)
    if (newest === null) throw new RollbackError('Выпусков ещё нет: они появятся после первого npm start.')
    return newest
  }

  return {
    list: () => listKeptReleases(releasesDir),
    async keep() {
      await keepCopy(releasesDir, await findNewest(), now())
      return true
    },
    async rollBack(name) {
      const state = await readReleaseState((await findNewest()).stateDir)
      if (state === null) {
        throw new RollbackError(
          'Нынешний выпуск сделан другой версией программы. Запустите сначала npm start.',
        )
      }
      await rollBackTo(releasesDir, name, rules, (id) => state.documents.get(id))
    },
    resume: () => stopHolding(releasesDir),
  }
}
