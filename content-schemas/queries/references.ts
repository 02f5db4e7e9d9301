import { defineQuery } from 'groq'

/** Documents, drafts too, that refer to document `$id`: at most 100, with what names them. Perspective `raw`. */
export const referringDocumentsQuery = defineQuery(
  `*[references($id)] | order(_type, _id) [0...100] {_id, _type, "name": coalesce(title, name, term)}`,
)
