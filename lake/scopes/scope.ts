import * as z from 'zod'
import { compileFilter } from './compile-filter.ts'

const name = z.string().regex(/^[a-z][A-Za-z]{0,30}$/)

const scopeSet = z.strictObject({
  name,
  filter: z.string().min(1).max(2_000),
  value: z
    .string()
    .regex(/^[a-z_]\w*(\.[a-z_]\w*)*$/i)
    .optional(),
})

/**
 * A part of the dataset that a person or token may work in, in GROQ that is asked about one document at a time.
 *
 * - `filter` says which documents are in it. It sees one document: `->` and `*` find nothing. What lies further away is
 *   told by sets, as in `organization._ref in $organizations`.
 * - Each of `sets` names the documents that meet a filter of its own, which may use the sets before it. A set holds
 *   their published ids, or, with `value`, what they have at that path. A document that is published counts as it is
 *   published, others as their draft.
 */
export const scopeSchema = z
  .strictObject({
    /** How people call it. */
    title: z.string().min(1).max(200),
    /** The document that it is about, so that programs can fill it in. */
    about: z.string().min(1).max(128).optional(),
    filter: z.string().min(1).max(4_000),
    sets: z.array(scopeSet).max(10).default([]),
  })
  .superRefine((scope, context) => {
    const known = new Set<string>()
    for (const { name: set, filter } of [...scope.sets, { name: '', filter: scope.filter }]) {
      const problem = findProblem(filter, known)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem, input: filter })
      known.add(set)
    }
  })

export type Scope = z.output<typeof scopeSchema>
export type ScopeInput = z.input<typeof scopeSchema>

/** Reads the scopes that are kept with an account. @throws ZodError when they are damaged */
export function readScopes(json: string): Scope[] {
  return z.array(scopeSchema).parse(JSON.parse(json))
}

function findProblem(filter: string, known: ReadonlySet<string>): string | null {
  try {
    const unknown = [...compileFilter(filter).uses].find((used) => !known.has(used))
    return unknown === undefined ? null : `$${unknown} is no set that comes before "${filter}"`
  } catch (error) {
    return `"${filter}" is no GROQ filter: ${error instanceof Error ? error.message : String(error)}`
  }
}
