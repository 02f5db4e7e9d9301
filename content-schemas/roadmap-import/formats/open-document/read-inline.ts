import { childrenOf, type XmlElement } from '../xml/parse-xml.ts'

const SKIPPED = new Set(['note', 'annotation', 'ruby-text', 'tracked-changes', 'hidden-text'])

/** Words of a paragraph of an OpenDocument, and the text boxes that hang on it. */
export function readInline(paragraph: XmlElement): { text: string; frames: XmlElement[] } {
  const frames: XmlElement[] = []
  const read = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return child.replaceAll(/\s+/g, ' ')
        if (SKIPPED.has(child.name)) return ''
        if (child.name === 's' || child.name === 'tab') return ' '
        if (child.name === 'line-break') return '\n'
        if (child.name === 'frame') {
          frames.push(...childrenOf(child, 'text-box'))
          return ''
        }
        return read(child)
      })
      .join('')
  return { text: read(paragraph), frames }
}
