import type { ComponentType } from 'react'
import { ActivityPicker } from './activity-picker.tsx'
import { DeadlineInput } from './deadline-input.tsx'
import { ResponsibleInput } from './responsible-input.tsx'

type Input = ComponentType<never>

/** Types that have an input of their own. */
const TYPE_INPUTS: Readonly<Record<string, Input>> = {
  deadline: DeadlineInput,
  responsible: ResponsibleInput,
}

/** Fields of documents that have an input of their own, by type and name. */
const FIELD_INPUTS: Readonly<Record<string, Readonly<Record<string, Input>>>> = {
  coverage: { activities: ActivityPicker },
}

interface SchemaType {
  name: string
  fields?: readonly { name: string }[]
}

/** The types with the project's own inputs, as the Studio's schema takes them. */
export function withInputs<Type extends SchemaType>(types: readonly Type[]): Type[] {
  return types.map((type) => {
    const input = TYPE_INPUTS[type.name]
    const own = input === undefined ? type : { ...type, components: { input } }
    return { ...own, ...withFieldInputs(type) }
  })
}

function withFieldInputs({ name, fields }: SchemaType): Pick<SchemaType, 'fields'> {
  const inputs = FIELD_INPUTS[name]
  if (inputs === undefined || fields === undefined) return {}
  return {
    fields: fields.map((field) => {
      const input = inputs[field.name]
      return input === undefined ? field : { ...field, components: { input } }
    }),
  }
}
