import { readFile } from 'node:fs/promises'
import { bindWords } from '#content/text/typography.ts'

/** Words between two tags or expressions of a template; code holds quotes or signs that words do not. */
const WORDS = /(?<=[>}])[^<>{}'"`$=]*[а-яё][^<>{}'"`$=]*(?=[<{])/giu

/** The source of a component with the words of its own markup bound as `bindWords` does it. */
export function bindTemplateWords(source: string): string {
  const start = source.startsWith('---') ? source.indexOf('\n---', 3) + 4 : 0
  const style = source.indexOf('<style', start)
  const end = style < 0 ? source.length : style
  const markup = source.slice(start, end).replaceAll(WORDS, bindBeforeMore)
  return source.slice(0, start) + markup + source.slice(end)
}

/** Words after which more may follow on the line. */
function bindBeforeMore(words: string): string {
  return bindWords(`${words}.`).slice(0, -1)
}

/** For Vite: components are bound when the site is built, so that rendering takes no longer. */
export function templateTypography() {
  return {
    name: 'template-typography',
    enforce: 'pre' as const,
    async load(id: string): Promise<string | null> {
      return id.endsWith('.astro') && !id.includes('node_modules')
        ? bindTemplateWords(await readFile(id, 'utf8'))
        : null
    },
  }
}
