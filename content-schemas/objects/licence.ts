import { defineField } from '@sanity/types'
import { LICENCES } from '../vocabulary/licences.ts'
import { listOptions } from '../vocabulary/vocabulary-table.ts'

/** How others may use what a document shows. @param group of the form in which it stands */
export function defineLicence(group: string) {
  return defineField({
    name: 'licence',
    title: 'Как можно использовать',
    type: 'string',
    options: { list: listOptions(LICENCES), layout: 'radio' },
    initialValue: 'cc-by',
    group,
  })
}
