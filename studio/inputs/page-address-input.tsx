import { useEffect, useRef } from 'react'
import { getPublishedId, set, type SlugInputProps, useEditState, useFormValue } from 'sanity'
import { transliterate } from '#content/text/transliterate.ts'

/** How long nobody types before an address is made. */
const PAUSE_MS = 400

/**
 * The address of a page. It follows the title until somebody else writes it or the page is published: from then on
 * links lead to it.
 */
export function PageAddressInput(props: SlugInputProps) {
  const { value, readOnly, onChange, schemaType } = props
  const source = schemaType.options?.source
  const id = useFormValue(['_id'])
  const type = useFormValue(['_type'])
  const words = useFormValue([typeof source === 'string' ? source : 'title'])
  const { published, ready } = useEditState(
    typeof id === 'string' ? getPublishedId(id) : '',
    typeof type === 'string' ? type : '',
  )
  const made = useRef<string | undefined>(undefined)
  const follows = ready && published === null && readOnly !== true && typeof source === 'string'
  const current = value?.current

  useEffect(() => {
    if (!follows || typeof words !== 'string' || current !== made.current) return undefined
    const next = transliterate(words)
      .slice(0, schemaType.options?.maxLength ?? 96)
      .replace(/-+$/, '')
    if (next === '' || next === current) return undefined
    const timer = setTimeout(() => {
      made.current = next
      onChange(set({ _type: 'slug', current: next }))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [current, follows, onChange, schemaType, words])

  return props.renderDefault(props)
}
