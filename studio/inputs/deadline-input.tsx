import { Stack } from '@sanity/ui'
import { type FieldProps, type ObjectInputProps, set, unset, useFormValue } from 'sanity'
import { z } from 'zod'
import type { DeadlineContext } from '#content/deadlines/deadline-reading.ts'
import { describeInferences } from '#content/deadlines/describe-inference.ts'
import { readDeadline } from '#content/deadlines/read-deadline.ts'
import { describeDeadline, fieldsOfReading, isAsRead } from './deadline-meaning.ts'
import { MeaningCard } from './meaning-card.tsx'

const text = z.string().nullish()
const part = z.object({ kind: text, start: text, end: text, recurrence: text })
const storedDeadline = part.extend({ verbatim: text, relativeTo: text, parts: z.array(part).nullish() })
const storedPeriod = z.object({ start: z.string(), end: text })

/** The fields of a deadline; below its words it is said, as one types, how they are understood. */
export function DeadlineInput(props: ObjectInputProps) {
  const context = useDeadlineContext()
  const value = storedDeadline.safeParse(props.value ?? {}).data
  const words = value?.verbatim?.trim() ?? ''
  const reading = words === '' ? null : readDeadline(words, context)

  const take = () => {
    if (reading === null) return
    const fields = Object.entries(fieldsOfReading(reading))
    props.onChange(fields.map(([name, field]) => (field === undefined ? unset([name]) : set(field, [name]))))
  }
  const renderField = (field: Omit<FieldProps, 'renderDefault'>) =>
    field.name !== 'verbatim' || reading === null || value === undefined ? (
      props.renderField(field)
    ) : (
      <Stack gap={3}>
        {props.renderField(field)}
        <MeaningCard
          meaning={reading.kind === 'absent' ? '' : describeDeadline(reading)}
          onTake={props.readOnly || isAsRead(value, reading) ? undefined : take}
          supplied={describeInferences(reading.inferred)}
          warnings={reading.warnings.map(({ message }) => message)}
        />
      </Stack>
    )
  return props.renderDefault({ ...props, renderField })
}

/** What the roadmap around a deadline says about the years of its dates. */
function useDeadlineContext(): DeadlineContext {
  const period = storedPeriod.safeParse(useFormValue(['period'])).data
  const orderDate = text.safeParse(useFormValue(['approval', 'date'])).data
  return {
    ...(period === undefined ? {} : { period: { start: period.start, end: period.end ?? null } }),
    ...(orderDate ? { orderDate } : {}),
  }
}
