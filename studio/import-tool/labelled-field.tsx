import { Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'

/** A field with its name above it, and below it what is worth knowing. */
export function LabelledField({
  id,
  name,
  remark,
  children,
}: {
  id: string
  name: string
  remark?: string | undefined
  children: ReactNode
}) {
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} muted size={1}>
        {name}
      </Text>
      {children}
      {remark !== undefined && (
        <Text muted size={0}>
          {remark}
        </Text>
      )}
    </Stack>
  )
}
