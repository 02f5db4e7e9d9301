import type { ComponentType } from 'react'
import { ActivityPicker } from './activity-picker.tsx'
import { PageAddressInput } from './page-address-input.tsx'
import { PublicationLinkInput } from './publication-link-input.tsx'
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
  coverage: { activities: ActivityPicker, url: PublicationLinkInput },
}

/** Fields that have an input of their own in every document, by their type. */
const INPUTS_BY_TYPE: Readonly<Record<string, Input>> = { slug: PageAddressInput }

interface SchemaType {
  name: string
  type?: string
  fields?: readonly { name: string; type?: string }[]
}

/** The types with the project's own inputs, as the Studio's schema takes them. */
export function withInputs<Type extends SchemaType>(types: readonly Type[]): Type[] {
  return types.map((type) => {
    const input = TYPE_INPUTS[type.name]
    const own = input === undefined ? type : { ...type, components: { input } }
    return { ...own, ...withFieldInputs(type) }
  })
}

function withFieldInputs({ name, type, fields }: SchemaType): Pick<SchemaType, 'fields'> {
  if (fields === undefined) return {}
  return {
    fields: fields.map((field) => {
      const byType = type === 'document' ? INPUTS_BY_TYPE[field.type ?? ''] : undefined
      const input = FIELD_INPUTS[name]?.[field.name] ?? byType
      return input === undefined ? field : { ...field, components: { input } }
    }),
  }
}
