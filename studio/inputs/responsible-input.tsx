import { Stack } from '@sanity/ui'
import { type FieldProps, type ObjectInputProps, set } from 'sanity'
import { z } from 'zod'
import { readResponsible } from '#content/responsible/read-responsible.ts'
import { MeaningCard } from './meaning-card.tsx'
import { describeResponsible } from './responsible-meaning.ts'

const list = z.array(z.string()).nullish()
const stored = z.object({ verbatim: z.string().nullish(), roles: list, bodies: list })

/** The fields of who is in charge; below the words it is said, as one types, whom they name. */
export function ResponsibleInput(props: ObjectInputProps) {
  const value = stored.safeParse(props.value ?? {}).data
  const words = value?.verbatim?.trim() ?? ''
  const reading = words === '' ? null : readResponsible(words)

  const renderField = (field: Omit<FieldProps, 'renderDefault'>) => {
    if (field.name !== 'verbatim' || reading === null || value === undefined) return props.renderField(field)
    const { roles, bodies } = reading
    const isTaken = isSame(value.roles ?? [], roles) && isSame(value.bodies ?? [], bodies)
    const take = () => props.onChange([set(roles, ['roles']), set(bodies, ['bodies'])])
    return (
      <Stack gap={3}>
        {props.renderField(field)}
        <MeaningCard
          meaning={describeResponsible(reading)}
          onTake={props.readOnly || isTaken ? undefined : take}
        />
      </Stack>
    )
  }
  return props.renderDefault({ ...props, renderField })
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
