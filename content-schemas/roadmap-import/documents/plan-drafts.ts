import type { Choices, Difference } from '../merging/difference.ts'
import { IMPORT_BASE_FIELD, readImportBase, writeImportBase } from '../merging/import-base.ts'
import { mergeRoadmap } from '../merging/merge-roadmap.ts'
import type { ImportDocuments } from './import-documents.ts'
import type { StoredDocument } from './stored-document.ts'

/** What is to be written, in one transaction, so that a reading becomes drafts. */
export interface DraftPlan {
  /** Owners and people that nobody knew yet. */
  create: StoredDocument[]
  /** The roadmap's draft, in the place of the one it had. */
  replace: StoredDocument
  /** Whether the roadmap had a draft or a published version before. */
  updated: boolean
  /** In what the file and a roadmap that was there differ; empty for a new roadmap. */
  differences: Difference[]
}

const SYSTEM_FIELDS = new Set(['_rev', '_createdAt', '_updatedAt'])

/** Ids, with and without the prefix of drafts, of everything that a plan must know of. */
export function idsToKnow({ roadmap, ...others }: ImportDocuments): string[] {
  return [roadmap, ...othersOf(others)].flatMap(({ _id }) => [_id, `drafts.${_id}`])
}

/**
 * Plans how a roadmap and its owner become drafts. What is known of its owner and people is left as it is; a known
 * roadmap is brought up to date row by row, and what editors changed is kept (`mergeRoadmap`). New people are written
 * as published, so that the rule of privacy knows whose names to keep back: without consent nothing of them is public.
 *
 * @param known the documents there are of `idsToKnow`
 * @param options.choices sides to take of differences instead of the usual ones
 * @param options.covered `_key`s of activities that publications point at
 */
export function planDrafts(
  documents: ImportDocuments,
  known: readonly StoredDocument[],
  options: { choices?: Choices; covered?: ReadonlySet<string> } = {},
): DraftPlan {
  const { roadmap, ...others } = documents
  const find = (id: string) =>
    known.find((document) => document._id === `drafts.${id}`) ?? known.find((document) => document._id === id)
  const before = find(roadmap._id)
  const create = othersOf(others)
    .filter(({ _id }) => find(_id) === undefined)
    .map((document) => ({
      ...document,
      _id: document._type === 'person' ? document._id : `drafts.${document._id}`,
    }))
  const imported: StoredDocument = { ...roadmap }
  const merged = before
    ? mergeRoadmap({ base: readImportBase(before), edited: before, imported }, options)
    : { document: imported, base: imported, differences: [] }
  const replace = {
    ...withoutSystemFields(merged.document),
    _id: `drafts.${roadmap._id}`,
    _type: roadmap._type,
    [IMPORT_BASE_FIELD]: writeImportBase(merged.base),
  }
  return { create, replace, updated: before !== undefined, differences: merged.differences }
}

function othersOf({ region, organization, persons }: Omit<ImportDocuments, 'roadmap'>) {
  return [region, organization, ...persons].filter((document) => document !== null)
}

function withoutSystemFields(document: StoredDocument): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([field]) => !SYSTEM_FIELDS.has(field)))
}
