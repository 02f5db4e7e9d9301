import type { DocumentRules } from '../documents/public-documents.ts'
import type { PublicDocument } from '../site-bundle/built-site.ts'
import type { ReleaseFolder } from './release-folders.ts'
import { findFollowedRelease, findHeldRelease, holdAt, listReleases, madeAtOf } from './release-folders.ts'
import { readReleaseState } from './release-state.ts'

/** A release cannot be shown again; the message says why, for administrators. */
export class RollbackError extends Error {
  override readonly name = 'RollbackError'
}

/** A release as administrators see it in lists. */
export interface KeptRelease {
  name: string
  /** When it was made, ISO 8601 UTC. */
  madeAt: string
  /** Whether readers see it. */
  live: boolean
  /** Whether it follows the documents. */
  followed: boolean
}

/** Every release that is kept, the newest first. */
export async function listKeptReleases(releasesDir: string): Promise<KeptRelease[]> {
  const followed = await findFollowedRelease(releasesDir)
  const held = await findHeldRelease(releasesDir)
  return (await listReleases(releasesDir)).map(({ name }) => ({
    name,
    madeAt: madeAtOf(name).toISOString(),
    live: name === (held ?? followed)?.name,
    followed: name === followed?.name,
  }))
}

/** Looks up what readers may see now. */
export type GetVisible = (id: string) => PublicDocument | undefined

/**
 * Shows readers an older release until `stopHolding`.
 * @returns the people it names
 * @throws {RollbackError} when there is no such release, or it names people who may no longer be shown
 */
export async function rollBackTo(
  releasesDir: string,
  name: string,
  rules: Pick<DocumentRules, 'isPerson'>,
  getVisible: GetVisible,
): Promise<PublicDocument[]> {
  const release = (await listReleases(releasesDir)).find((kept) => kept.name === name)
  if (release === undefined)
    throw new RollbackError(`Выпуска ${name} нет. Какие есть, покажет список выпусков.`)
  if (release.name === (await findFollowedRelease(releasesDir))?.name) {
    throw new RollbackError(`Выпуск ${name} и так следует за документами: возвращаться к нему не нужно.`)
  }
  const people = await readPeople(release, rules)
  const withdrawn = findWithdrawn(people, getVisible)
  if (withdrawn.length > 0) {
    throw new RollbackError(
      `Выпуск ${name} вернуть нельзя: в нём есть сведения о людях, согласие которых с тех пор закончилось или отозвано (${withdrawn.length}). Выберите более новый выпуск.`,
    )
  }
  await holdAt(releasesDir, name)
  return people
}

/** The people a release names. @throws {RollbackError} when the release does not say */
export async function readPeople(
  release: ReleaseFolder,
  { isPerson }: Pick<DocumentRules, 'isPerson'>,
): Promise<PublicDocument[]> {
  const state = await readReleaseState(release.stateDir)
  if (state === null) {
    throw new RollbackError(
      `Выпуск ${release.name} сделан другой версией программы, и кто в нём назван, узнать нельзя. Выберите другой выпуск.`,
    )
  }
  return [...state.documents.values()].filter(isPerson)
}

/** Those of the people of a release of whom readers may no longer see everything that it shows. */
export function findWithdrawn(people: readonly PublicDocument[], getVisible: GetVisible): PublicDocument[] {
  return people.filter((person) => {
    const now = getVisible(person._id)
    return now === undefined || Object.keys(person).some((field) => !(field in now))
  })
}
