import type { PublicView } from '../../context.ts'

/** For tests: a view that hides what is marked so, and an attribute of the rest. */
export const viewOfTests: PublicView = (document) => {
  const { secret: _secret, ...shown } = document
  return document['hidden'] === true ? null : shown
}
