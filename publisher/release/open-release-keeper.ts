import { existsSync } from 'node:fs'
import { createPublicDocuments, digestOf } from '../documents/public-documents.ts'
import { createTurns } from '../one-at-a-time.ts'
import { findMoves, watchAddresses } from '../redirects/find-moves.ts'
import { rememberMoves } from '../redirects/remember-moves.ts'
import { createReleaseRedirects } from '../redirects/release-redirects.ts'
import { startSearchJob } from '../search/search-job.ts'
import type { SearchJob } from '../search/search-job.ts'
import type { PublicDocument, SiteChanges } from '../site-bundle/built-site.ts'
import { siteClock } from '../site-clock.ts'
import { addChanges } from './add-changes.ts'
import { applyChanges } from './apply-changes.ts'
import { createFailureTimes } from './failure-times.ts'
import {
  makeNewRelease,
  releasesDirOf,
  resumeRelease,
  snapshotFileOf,
  updateRedirects,
} from './open-release.ts'
import type { OpenRelease, ReleaseInputs } from './open-release.ts'
import { compressBetter } from './page-files.ts'
import { openReleaseHold } from './release-hold.ts'
import type { KeeperOptions, ReleaseKeeper } from './release-keeper.ts'
import { keepCopy } from './release-folders.ts'
import { flushPending, renderBeforeOthers, renderPending } from './render-pending.ts'

/** At shutdown a checkpoint that would take longer than this is left to the journal. */
const LONGEST_LAST_CHECKPOINT_MS = 700

/** A change of more pages is not worth the minutes that compressing them better takes. */
const MOST_TO_POLISH = 100

/** Loads every document and goes on with the current release, or makes the first one. */
export async function openReleaseKeeper(options: KeeperOptions): Promise<ReleaseKeeper> {
  const { source, rules, now, dataDir, bundle, origin } = options
  const inTurn = createTurns()
  let today = siteClock(now())
  const closing = new AbortController()
  /** Set while the release is not what the documents say: nothing but a new release, or a restart, mends that. */
  let rebuild = false
  /** Whether a name of the release that was there may no longer be shown. */
  let isSomebodyWithdrawn = false
  /** Whether names are to be erased from the search once no page waits to be rendered. */
  let eraseLater = false
  /** Whether pages changed that the search has not heard of. */
  let searchLater = false
  let checkpointMs = 0
  let checkpointing: Promise<number> | null = null
  const unpolished = new Set<string>()
  const failureTimes = createFailureTimes(now)

  const documents = createPublicDocuments(rules, today, dataDir)
  await documents.load(source.published())
  const redirects = createReleaseRedirects(rules, (id) => documents.getVisible(id), documents.lines())
  const moves = rememberMoves(source, options.onError)
  const resumed = await resumeRelease(inputs())
  let release = resumed ?? (await makeNewRelease(inputs()))
  let search = startSearch(release)
  failureTimes.note(release.failures)
  // The process before this one may have ended between the pages and their search.
  search.pagesChanged()
  if (resumed !== null && isSomebodyWithdrawn) eraseFromSearch()
  const hold = await openReleaseHold({
    releasesDir: releasesDirOf(dataDir),
    rules,
    getVisible: (id) => documents.getVisible(id),
    onError: options.onError,
  })
  await hold.check()
  await moves.remember([])

  function inputs(): ReleaseInputs {
    const { onProgress, onError, pagesOfCrew, searchSizes } = options
    const given: ReleaseInputs = {
      dataDir,
      bundle,
      origin,
      today,
      at: now(),
      documents,
      redirects: (paths) => redirects.resolve(paths),
      onError,
      pagesOfCrew,
      searchSizes,
      onPrevious(before) {
        moves.add(findMoves(before, rules, documents))
        isSomebodyWithdrawn = [...before.values()].some((one) => rules.isPerson(one) && !isAsShown(one))
      },
    }
    return onProgress === undefined ? given : { ...given, onProgress }
  }

  async function publish(ids: readonly string[]): Promise<boolean> {
    const found = await source.fetch(ids)
    const people = new Set(ids.filter((id) => isPersonShown(id)))
    const present = new Set(found.map((document) => document._id))
    const findMoved = watchAddresses(ids, rules, documents)
    const changes: Required<SiteChanges> = {
      ...documents.update(
        found,
        ids.filter((id) => !present.has(id)),
      ),
      today: siteClock(now()),
    }
    if (changes.today !== today) addChanges(changes, documents.setToday(changes.today))
    await moves.remember(findMoved())
    const changedRedirects = redirects.update(changes)
    const nothing = changes.upsert.length + changes.remove.length === 0 && changes.today === today
    if (nothing && release.failures.size === 0 && !rebuild) return false
    today = changes.today
    await hold.check()
    if (!rebuild) {
      try {
        const filesChanged = await applyInPlace(changes, changedRedirects)
        const withdrawn = changes.remove.some((id) => people.has(id) || isPersonKnown(id))
        if (withdrawn || changes.upsert.some(({ _id }) => people.has(_id))) eraseFromSearch()
        return filesChanged || !nothing
      } catch (error) {
        // The site may have taken only a part of the changes.
        rebuild = true
        closing.signal.throwIfAborted()
        options.onError?.(error)
      }
    }
    await replaceRelease()
    return true
  }

  function isAsShown(person: PublicDocument): boolean {
    const shown = documents.getVisible(person._id)
    return shown !== undefined && digestOf(shown) === digestOf(person)
  }

  function isPersonShown(id: string): boolean {
    const document = documents.getVisible(id)
    return document !== undefined && rules.isPerson(document)
  }

  function isPersonKnown(id: string): boolean {
    const document = documents.get(id)
    return document !== undefined && rules.isPerson(document)
  }

  /** A name that is on no page any more is to be in no index either; pages that wait to be rendered may hold it. */
  function eraseFromSearch(): void {
    eraseLater = release.pending.size > 0
    search.erase()
  }

  async function applyInPlace(changes: Required<SiteChanges>, changedRedirects: boolean): Promise<boolean> {
    const result = await applyChanges(release, changes, [...release.failures.keys()], closing.signal)
    if (changedRedirects || (result.moved && redirects.size > 0))
      await updateRedirects(release, inputs(), false)
    failureTimes.note(release.failures)
    noteChanged(result.written, result.deleted.length)
    tellSearch()
    release.changed ||= result.noted
    return result.written.length + result.deleted.length > 0
  }

  function noteChanged(written: readonly string[], deleted: number): void {
    if (written.length + deleted === 0) return
    if (unpolished.size + written.length <= MOST_TO_POLISH) for (const path of written) unpolished.add(path)
    release.changed = true
    searchLater = true
  }

  /** Of a change of many pages the search hears once. */
  function tellSearch(): void {
    if (searchLater) search.pagesChanged()
    searchLater = false
  }

  async function renderSome(): Promise<boolean> {
    if (rebuild || release.pending.size === 0) return false
    try {
      noteChanged(await renderPending(release, closing.signal), 0)
      if (release.pending.size === 0) tellSearch()
      if (eraseLater && release.pending.size === 0) eraseFromSearch()
      failureTimes.note(release.failures)
    } catch (error) {
      closing.signal.throwIfAborted()
      rebuild = true
      options.onError?.(error)
      await replaceRelease()
    }
    return release.pending.size > 0
  }

  async function renderAsked(path: string): Promise<void> {
    if (!rebuild && (await renderBeforeOthers(release, path, closing.signal))) noteChanged([path], 0)
  }

  async function polish(): Promise<boolean> {
    const [path] = unpolished
    if (path === undefined) return false
    unpolished.delete(path)
    await compressBetter(release.publicDir, path)
    return true
  }

  async function replaceRelease(): Promise<void> {
    const old = { release, search }
    release = await makeNewRelease(inputs())
    search = startSearch(release)
    failureTimes.note(release.failures)
    rebuild = false
    await old.search.close()
    await old.release.onCall.dismiss()
    await old.release.state.close()
  }

  /** The content is taken in turn, the writing goes on behind what comes next. */
  async function checkpoint(): Promise<number> {
    const startedAt = performance.now()
    const writing = await inTurn(async () => {
      if (rebuild || (!release.changed && existsSync(snapshotFileOf(dataDir)))) return null
      const { pages, pending, failures, unflushed, state } = release
      const unsure = [...failures.keys(), ...pending.paths(), ...unflushed.keys()]
      const content = { bundle: bundle.id, origin, today, documents: documents.lines(), unsure }
      release.changed = false
      return { done: state.checkpoint({ ...content, pages: pages.entries() }, snapshotFileOf(dataDir)) }
    })
    if (writing === null) return 0
    await writing.done
    checkpointMs = performance.now() - startedAt
    return checkpointMs
  }

  function checkpointInTurn(): Promise<number> {
    checkpointing = (checkpointing ?? Promise.resolve(0)).then(checkpoint, checkpoint)
    return checkpointing
  }

  return {
    documents,
    hold,
    get publicDir() {
      return hold.held?.publicDir ?? release.publicDir
    },
    get release() {
      return release
    },
    get failures() {
      return failureTimes.report(release.failures)
    },
    get pendingPages() {
      return release.pending.size
    },
    renderPending: () => inTurn(renderSome),
    async renderBeforeOthers(path) {
      if (release.pending.has(path)) await inTurn(() => renderAsked(path))
    },
    search: {
      pagesChanged: () => search.pagesChanged(),
      whenFresh: () => search.whenFresh(),
      problem: () => search.problem(),
    },
    isDue: () => siteClock(now()) !== today || moves.waiting > 0 || release.failures.size > 0 || rebuild,
    publish: (ids) => inTurn(() => publish(ids)),
    polish: () => inTurn(polish),
    async findChanged() {
      const revisions = await source.revisions()
      const changed = [...revisions]
        .filter(([id, rev]) => documents.get(id)?.['_rev'] !== rev)
        .map(([id]) => id)
      const gone = [...documents.lakeDocuments()].map(({ _id }) => _id).filter((id) => !revisions.has(id))
      return [...changed, ...gone]
    },
    isPending: (path) => release.pending.has(path),
    rollBack: (name) => inTurn(() => hold.rollBack(name)),
    resumeFollowing: () => inTurn(() => hold.resume()),
    async keep() {
      await search.whenFresh()
      await checkpointInTurn()
      return inTurn(async () => {
        if (rebuild || !(await hold.isNewSinceKept(release.folder))) return false
        // Whatever changes from here on has its turn later.
        await flushPending(release)
        await keepCopy(releasesDirOf(dataDir), release.folder, now())
        return true
      })
    },
    checkpoint: checkpointInTurn,
    abort: () => closing.abort(new Error('The publisher is closing')),
    async close() {
      await inTurn(() => search.close())
      await inTurn(() => release.onCall.dismiss())
      await checkpointing?.catch(() => undefined)
      if (!rebuild) await inTurn(() => flushPending(release))
      if (checkpointMs <= LONGEST_LAST_CHECKPOINT_MS) await checkpoint()
      await inTurn(() => release.state.close())
    },
  }
}

function startSearch(opened: OpenRelease): SearchJob {
  return startSearchJob(opened.search, () => opened.pages.searchable())
}
