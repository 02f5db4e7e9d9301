import { documentState, draftId, publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import { invalidRequest } from '../errors.ts'
import type { DocumentSource } from './document-source.ts'

export type Perspective = 'raw' | 'published' | 'drafts'

/** From this version of the API on, `published` is what is meant when nothing is said. */
const PUBLISHED_BY_DEFAULT_SINCE = '2025-02-19'

/** @param apiVersion `1`, `X` or `YYYY-MM-DD` */
export function defaultPerspective(apiVersion: string): Perspective {
  return apiVersion === 'X' || apiVersion >= PUBLISHED_BY_DEFAULT_SINCE ? 'published' : 'raw'
}

/**
 * Reads the `perspective` parameter: a name, or several separated by commas, the strongest first.
 * @throws LakeError 400 for names of releases and unknown names
 */
export function readPerspective(given: string | undefined, apiVersion: string): Perspective {
  if (given === undefined || given === '') return defaultPerspective(apiVersion)
  const names = given.split(',').map((name) => (name.trim() === 'previewDrafts' ? 'drafts' : name.trim()))
  const unknown = names.find((name) => !['raw', 'published', 'drafts'].includes(name))
  if (unknown !== undefined) {
    throw invalidRequest(
      `"${unknown}" is no perspective of this lake: releases are not supported, use raw, published or drafts`,
    )
  }
  if (names.includes('raw')) {
    if (names.length > 1) throw invalidRequest('The perspective "raw" cannot be combined with others')
    return 'raw'
  }
  return names.includes('drafts') ? 'drafts' : 'published'
}

/** The source as the perspective shows it. @see https://www.sanity.io/docs/content-lake/perspectives */
export function applyPerspective(source: DocumentSource, perspective: Perspective): DocumentSource {
  const shown =
    perspective === 'raw' ? source : perspective === 'published' ? showPublished(source) : showDrafts(source)
  const { indexed } = source
  if (!indexed) return shown
  return {
    get: (id) => shown.get(id),
    select: (selection) => shown.select(selection),
    walk(walk) {
      const found = indexed.walk(walk, perspective)
      if (!found) return null
      const { loose, ways } = found
      return { loose: showAll(loose, shown), ways: ways.map((way) => showBatches(way, shown)) }
    },
    countTypes: indexed.count && ((types) => indexed.count?.(types, perspective) ?? 0),
  }
}

function* showBatches(
  batches: Iterable<readonly string[]>,
  shown: DocumentSource,
): Generator<LakeDocument[]> {
  for (const ids of batches) yield showAll(ids, shown)
}

function showAll(ids: readonly string[], shown: DocumentSource): LakeDocument[] {
  return ids.flatMap((id) => shown.get(id) ?? [])
}

function showPublished(source: DocumentSource): DocumentSource {
  return {
    get: (id) => (documentState(id) === 'published' ? source.get(id) : undefined),
    select: (selection) => source.select(selection).filter(({ _id }) => documentState(_id) === 'published'),
  }
}

/** Every document once, under its published id, as its draft when there is one. */
function showDrafts(source: DocumentSource): DocumentSource {
  const get = (id: string) => {
    const base = publishedId(id)
    const shown = source.get(draftId(base)) ?? source.get(base)
    return shown && showAs(base, shown)
  }
  return {
    get,
    select({ ids, ...selection }) {
      const found = source.select(ids ? { ...selection, bases: ids } : selection)
      const bases = new Set(
        found.flatMap(({ _id }) => (documentState(_id) === 'version' ? [] : publishedId(_id))),
      )
      return [...bases].toSorted().flatMap((base) => get(base) ?? [])
    },
  }
}

const shownBefore = new WeakMap<LakeDocument, LakeDocument>()

function showAs(id: string, document: LakeDocument): LakeDocument {
  let shown = shownBefore.get(document)
  if (!shown) shownBefore.set(document, (shown = { ...document, _id: id, _originalId: document._id }))
  return shown
}
