import { UnpublishIcon } from '@sanity/icons/Unpublish'
import { useState } from 'react'
import {
  type DocumentActionComponent,
  useDocumentOperation,
  useDocumentPairPermissions,
  usePerspective,
} from 'sanity'

/**
 * «Снять с публикации» in the view of drafts, where editors are; the Studio's own action shows itself in the view of
 * published documents only. Nothing is lost: the published content becomes the draft.
 */
export const useUnpublishBesideDraft: DocumentActionComponent = ({ id, type, published, onComplete }) => {
  const { selectedPerspective } = usePerspective()
  const { unpublish } = useDocumentOperation(id, type)
  const [permissions] = useDocumentPairPermissions({ id, type, permission: 'unpublish' })
  const [asked, setAsked] = useState(false)
  if (selectedPerspective !== 'drafts' || published === null || permissions?.granted !== true) return null
  const close = () => {
    setAsked(false)
    onComplete()
  }
  return {
    label: 'Снять с публикации',
    icon: UnpublishIcon,
    tone: 'critical',
    disabled: Boolean(unpublish.disabled),
    onHandle: () => setAsked(true),
    dialog: asked && {
      type: 'confirm',
      tone: 'critical',
      message: 'Страница исчезнет с сайта. Документ останется здесь черновиком.',
      confirmButtonText: 'Снять с публикации',
      cancelButtonText: 'Отмена',
      onCancel: close,
      onConfirm: () => {
        unpublish.execute()
        close()
      },
    },
  }
}
