import { LaunchIcon } from '@sanity/icons/Launch'
import type { DocumentActionComponent } from 'sanity'
import { useSiteAddress } from '../site-address/use-site-address.ts'

/** «Открыть на сайте»: opens the document's page as readers see it. */
export const useOpenOnSite: DocumentActionComponent = ({ id, published, onComplete }) => {
  const address = useSiteAddress(id)
  const why = published === null ? 'Сначала опубликуйте документ' : 'У документа нет своей страницы'
  return {
    label: 'Открыть на сайте',
    icon: LaunchIcon,
    title: address === null ? why : `На сайте: ${address}`,
    disabled: address === null,
    onHandle: () => {
      if (address !== null) window.open(address, '_blank', 'noopener')
      onComplete()
    },
  }
}
