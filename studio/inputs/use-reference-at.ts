import { useFormValue } from 'sanity'

/** Id of the document that a field of the form refers to; null while it refers to none. */
export function useReferenceAt(field: string): string | null {
  const reference: unknown = useFormValue([field])
  if (typeof reference !== 'object' || reference === null || !('_ref' in reference)) return null
  return typeof reference._ref === 'string' ? reference._ref : null
}
