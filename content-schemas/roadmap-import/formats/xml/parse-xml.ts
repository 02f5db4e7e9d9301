import { SaxesParser } from 'saxes'
import { damagedFile, overlargeFile } from '../../refusals.ts'

/** An element of XML with its name and attributes' names without prefixes. */
export interface XmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
}

const MAX_ELEMENTS = 2_500_000
const MAX_DEPTH = 300
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/**
 * Reads XML into a tree. A document type is passed over, so entities of its own mean nothing and expand to nothing.
 * @throws {RoadmapImportError} when it is not well-formed, nested deeper than 300, or has over 2,500,000 elements
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser()
  const root: XmlElement = { name: '', attributes: NO_ATTRIBUTES, children: [] }
  const open: XmlElement[] = [root]
  let elements = 0
  const addText = (text: string) => {
    open.at(-1)?.children.push(text)
  }
  parser.on('error', () => {
    throw damagedFile()
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) throw overlargeFile()
    const element: XmlElement = {
      name: localName(name),
      attributes: readAttributes(attributes),
      children: [],
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(decodeXml(bytes)).close()
  const top = root.children.find((child) => typeof child !== 'string')
  if (!top) throw damagedFile()
  return top
}

/** Elements under an element, of one name or all. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = element?.children.filter((child) => typeof child !== 'string') ?? []
  return name === undefined ? elements : elements.filter((child) => child.name === name)
}

/** The first element of a name under an element. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** The element at the end of a path of names. */
export function descend(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((found, name) => childOf(found, name), element)
}

/** All words inside an element. */
export function textOf(element: XmlElement | undefined): string {
  return element?.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') ?? ''
}

function readAttributes(attributes: Record<string, string>): ReadonlyMap<string, string> {
  const read = new Map<string, string>()
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) read.set(localName(name), value)
  }
  return read.size === 0 ? NO_ATTRIBUTES : read
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decodeXml(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}
