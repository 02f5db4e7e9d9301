import { childOf, childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts'

/** Words of a paragraph and the insides of the text boxes that hang on it. */
export interface WordRuns {
  text: string
  boxes: XmlElement[]
}

/** What is not part of the text: deleted and moved words, footnotes' marks, formulas of fields, phonetic guides. */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'pPr', 'rPr', 'rt', 'footnoteReference'])
const BULLET = '•'

/** Reads the runs of a paragraph; line breaks become `\n`, tabs spaces. */
export function readRuns(paragraph: XmlElement): WordRuns {
  const boxes: XmlElement[] = []
  const read = (element: XmlElement): string => {
    if (SKIPPED.has(element.name) || (element.name === 'r' && isHidden(element))) return ''
    switch (element.name) {
      case 't':
        return textOf(element)
      case 'tab':
      case 'ptab':
        return ' '
      case 'br':
      case 'cr':
        return '\n'
      case 'noBreakHyphen':
        return '-'
      case 'sym':
        return BULLET
      case 'txbxContent':
        boxes.push(element)
        return ''
      case 'AlternateContent':
        return childrenOf(element).slice(0, 1).map(read).join('')
      default:
        return childrenOf(element).map(read).join('')
    }
  }
  return { text: read(paragraph), boxes }
}

function isHidden(run: XmlElement): boolean {
  const vanish = childOf(childOf(run, 'rPr'), 'vanish')
  return vanish !== undefined && !['0', 'false', 'off'].includes(vanish.attributes.get('val') ?? '')
}
