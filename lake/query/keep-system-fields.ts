import type { LakeDocument } from '../documents/document.ts'

const SYSTEM_FIELDS = ['_id', '_type', '_rev', '_createdAt', '_updatedAt'] as const

/** Indexes know documents by these, so a view cannot change them. */
export function keepSystemFields(view: LakeDocument | null, document: LakeDocument): LakeDocument | null {
  if (view === null || SYSTEM_FIELDS.every((field) => view[field] === document[field])) return view
  const { _id, _type, _rev, _createdAt, _updatedAt } = document
  return { ...view, _id, _type, _rev, _createdAt, _updatedAt }
}
