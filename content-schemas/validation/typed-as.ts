import { z } from 'zod'
import { ru } from 'zod/locales'

const { localeError } = ru()

const explain: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'Заполните это поле.' : localeError(issue)

/**
 * A validator that checks a value by a schema built at run time and gives it the type derived from the same source.
 * The value comes out as it went in, nothing added or removed. Messages are in Russian.
 */
export function typedAs<Value>(schema: z.ZodType): z.ZodType<Value> {
  return z.custom<Value>().superRefine((value, context) => {
    const result = schema.safeParse(value, { error: explain })
    if (result.success) return
    for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path })
  })
}
