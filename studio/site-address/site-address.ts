import { z } from 'zod'
import { addressOf } from '#content/addresses/address-of.ts'

const addressed = z.looseObject({ _id: z.string(), _type: z.string() })
const found = addressed.extend({ related: z.array(addressed.nullable()) }).nullable()

/**
 * Address on the site of what `addressedDocumentQuery` found; null when it found nothing or when the document has
 * no page.
 */
export function siteAddressOf(result: unknown): string | null {
  const document = found.safeParse(result).data ?? null
  if (document === null) return null
  const related = new Map(document.related.flatMap((one) => (one === null ? [] : [[one._id, one]])))
  return addressOf(document, (id) => related.get(id))
}
