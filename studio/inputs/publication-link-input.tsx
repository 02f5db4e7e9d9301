import { useEffect } from 'react'
import { PatchEvent, set, type StringInputProps, useClient, useFormCallbacks, useFormValue } from 'sanity'
import { siteOfRoadmapOwnerQuery } from '#content/queries/roadmap-coverage.ts'
import { API_VERSION } from '../config/api-version.ts'
import { channelOfLink } from './channel-of-link.ts'
import { useReferenceAt } from './use-reference-at.ts'

/** The link of a publication; while nothing is chosen, it chooses where that is published. */
export function PublicationLinkInput(props: StringInputProps) {
  const { value = '', readOnly } = props
  const roadmap = useReferenceAt('roadmap')
  const channel = useFormValue(['channel'])
  const { onChange } = useFormCallbacks()
  const client = useClient({ apiVersion: API_VERSION })
  const undecided = value !== '' && readOnly !== true && channel === undefined

  useEffect(() => {
    if (!undecided) return undefined
    const controller = new AbortController()
    const choose = (site: string | null) => {
      const found = channelOfLink(value, site)
      if (found !== null && !controller.signal.aborted) onChange(PatchEvent.from(set(found, ['channel'])))
      return found
    }
    if (choose(null) === null && roadmap !== null) {
      client
        .fetch<unknown>(siteOfRoadmapOwnerQuery, { roadmap }, { perspective: 'drafts' })
        .then((site) => choose(typeof site === 'string' ? site : null))
        // Without the site the editor chooses: the field asks for it.
        .catch(() => null)
    }
    return () => controller.abort()
  }, [client, onChange, roadmap, undecided, value])

  return props.renderDefault(props)
}
