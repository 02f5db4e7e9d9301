import type { ComponentType } from 'react'
import { ActivityPicker } from './activity-picker.tsx'

type Input = ComponentType<never>

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
    const inputs = FIELD_INPUTS[type.name]
    if (inputs === undefined || type.fields === undefined) return type
    const fields = type.fields.map((field) => {
      const input = inputs[field.name]
      return input === undefined ? field : { ...field, components: { input } }
    })
    return { ...type, fields }
  })
}
