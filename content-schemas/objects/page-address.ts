import { defineField, type SanityDocument, type SlugIsUniqueValidator } from '@sanity/types'
import { transliterate } from '../text/transliterate.ts'

interface PageAddressOptions {
  /** Field whose words the address is made of, or a function that makes them from the document. */
  readonly source: string | ((document: SanityDocument) => string)
  /** Group of the form the field stands in. */
  readonly group?: string
  /** Whether no other document has the address; by default, no other document of the same type. */
  readonly isUnique?: SlugIsUniqueValidator
}

/** The `slug` field of a document that has a page of its own: Latin, made from a Russian name by one press. */
export function definePageAddress({ source, group, isUnique }: PageAddressOptions) {
  return defineField({
    name: 'slug',
    title: 'Адрес страницы',
    description: `Последняя часть ссылки на эту страницу, латинскими буквами. ${typeof source === 'string' ? 'Составляется сама по названию.' : 'Нажмите «Создать», и она составится сама.'} После публикации лучше не менять.`,
    type: 'slug',
    ...(group === undefined ? {} : { group }),
    options: {
      source,
      maxLength: 96,
      slugify: (input) => transliterate(input),
      ...(isUnique === undefined ? {} : { isUnique }),
    },
    validation: (rule) =>
      rule
        .required()
        .custom(
          (slug) =>
            slug?.current === undefined ||
            /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.current) ||
            'Адрес записан не так.',
        )
        .error(
          'Нажмите «Создать»: адрес составится из латинских букв, цифр и дефисов. Если он уже занят другой страницей, допишите в конце слово или год.',
        ),
  })
}
