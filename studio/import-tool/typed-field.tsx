import { TextArea, TextInput } from '@sanity/ui'
import { useState } from 'react'
import { LabelledField } from './labelled-field.tsx'

interface TypedFieldProps {
  id: string
  name: string
  value: string
  placeholder?: string
  /** Whether the words may take more than a line. */
  long?: boolean
  disabled?: boolean
  /** Called when the editor leaves the field with other words in it. */
  onChange: (value: string) => void
}

/** A field that tells of its words once the editor is done with them, not at every letter. */
export function TypedField({ id, name, value, long = false, onChange, ...props }: TypedFieldProps) {
  const [typed, setTyped] = useState({ from: value, words: value })
  const words = typed.from === value ? typed.words : value
  const common = {
    ...props,
    fontSize: 1,
    id,
    padding: 3,
    value: words,
    onBlur: () => {
      setTyped({ from: value, words: value })
      if (words.trim() !== value) onChange(words.trim())
    },
  }
  const type = (next: string) => setTyped({ from: value, words: next })
  return (
    <LabelledField id={id} name={name}>
      {long ? (
        <TextArea {...common} onChange={(event) => type(event.currentTarget.value)} rows={2} />
      ) : (
        <TextInput {...common} onChange={(event) => type(event.currentTarget.value)} />
      )}
    </LabelledField>
  )
}
