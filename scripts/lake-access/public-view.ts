import { toPublicDocument } from '#content/privacy/public-document.ts'
import type { PublicView } from '#lake/context.ts'
import { siteClock } from '#publisher/site-clock.ts'

/** What anonymous readers see of the embedded lake: what the site shows. */
export const publicView: PublicView = (document, look) => {
  const shown = toPublicDocument(document, {
    get: look.get,
    referring: look.referring,
    get today() {
      return siteClock(look.now)
    },
  })
  const { _id, _type, _rev, _createdAt, _updatedAt } = document
  return shown === null ? null : { ...shown, _id, _type, _rev, _createdAt, _updatedAt }
}
