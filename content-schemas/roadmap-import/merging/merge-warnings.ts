import { z } from 'zod'
import { fingerprint, sameContent } from './same-content.ts'
import { freeName } from './roadmap-plan.ts'

const warningsSchema = z.array(z.looseObject({ _key: z.string() })).catch([])

/** Warnings to look through: those of the file, without those that editors crossed out after an earlier import. */
export function mergeWarnings(versions: { base: unknown; edited: unknown; imported: unknown }): unknown {
  const { base, edited, imported } = versions
  if (sameContent(imported, base)) return edited
  if (sameContent(edited, base)) return imported
  const [before, here, there] = [base, edited, imported].map((list) => warningsSchema.parse(list))
  const signs = (list: typeof before) => new Set(list?.map((warning) => fingerprint(warning)))
  const [wasThere, isHere, isThere] = [signs(before), signs(here), signs(there)]
  const kept = (here ?? []).filter((warning) => {
    const sign = fingerprint(warning)
    return isThere.has(sign) || !wasThere.has(sign)
  })
  const keys = new Set(kept.map((warning) => warning._key))
  const added = (there ?? []).filter((warning) => {
    const sign = fingerprint(warning)
    return !wasThere.has(sign) && !isHere.has(sign)
  })
  return [
    ...kept,
    ...added.map((warning) => {
      const key = freeName(warning._key, (name) => keys.has(name))
      keys.add(key)
      return { ...warning, _key: key }
    }),
  ]
}
