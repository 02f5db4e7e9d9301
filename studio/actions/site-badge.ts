import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { EditIcon } from '@sanity/icons/Edit'
import type { DocumentBadgeComponent } from 'sanity'

/** Says in two words whether readers see the document, and whether they see all of it. */
export const siteBadge: DocumentBadgeComponent = ({ published, draft }) => {
  if (published === null) {
    return { label: 'Не на сайте', title: 'Документ ещё не опубликован', color: 'warning', icon: EditIcon }
  }
  return draft === null
    ? {
        label: 'На сайте',
        title: 'Читатели видят этот документ',
        color: 'success',
        icon: CheckmarkCircleIcon,
      }
    : {
        label: 'На сайте прежняя версия',
        title: 'Последние правки ещё не опубликованы',
        color: 'primary',
        icon: EditIcon,
      }
}
