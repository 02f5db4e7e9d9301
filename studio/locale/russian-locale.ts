import { defineLocale, type LocaleResourceBundle } from 'sanity'
import { RUSSIAN_STRINGS } from './russian-strings.ts'

const bundles: Omit<LocaleResourceBundle, 'locale'>[] = Object.entries(RUSSIAN_STRINGS).map(
  ([namespace, resources]) => ({ namespace, resources }),
)

/** The language of the Studio: Russian, with weeks that start on Monday. */
export const russianLocale = defineLocale({
  id: 'ru-RU',
  title: 'Русский',
  weekInfo: { firstDay: 1, weekend: [6, 7], minimalDays: 4 },
  bundles,
})
