import { isRecord, type LakeDocument } from '../documents/document.ts'
import { jsonEqual } from '../documents/json-equal.ts'
import { indexParts, readPart, writePath, writeStep, type Place } from './document-parts.ts'
import { isTrace, type Trace } from './trace-query.ts'
import { WRAPPED } from './wrap-values.ts'

/** Where the values of a result come from. @see https://www.sanity.io/docs/visual-editing/content-source-maps */
export interface SourceMap {
  documents: { _id: string; _type: string }[]
  /** JSON paths in documents. */
  paths: string[]
  /** By JSON path in the result. What is below a mapped path is mapped with it. */
  mappings: Record<
    string,
    { type: 'value'; source: { type: 'documentValue'; document: number; path: number } }
  >
}

interface Traced {
  /** The result, its objects with traces. */
  value: unknown
  traces: ReadonlyMap<string, Trace>
  /** What the result was read from. */
  documents: Iterable<LakeDocument>
}

/**
 * Maps a result to the documents it was read from. Only what is the same in the document, the traced result and the
 * result itself is mapped; computed values are left out.
 */
export function mapSources(result: unknown, traced: Traced, byKey: boolean): SourceMap {
  const parts = indexParts(traced.documents)
  const map = createSourceMap(byKey)

  /** Where every attribute of an object of the traced result was read. */
  const sourcesOf = (object: Record<string, unknown>): Map<string, Source> => {
    const sources = new Map<string, Source>()
    for (const [name, from] of Object.entries(object)) {
      const trace = isTrace(name) ? traced.traces.get(name) : undefined
      if (trace?.type === 'splat' && isRecord(from)) {
        for (const key of Object.keys(from)) if (!isTrace(key)) sources.set(key, { from, part: key })
      } else if (trace?.type === 'attribute') {
        if (trace.part !== undefined && isContainer(from)) sources.set(trace.key, { from, part: trace.part })
        else sources.delete(trace.key)
      } else if (trace?.type === 'choice' && isContainer(from) && readsSomething(from, trace.part)) {
        sources.set(trace.key, { from, part: trace.part })
      }
    }
    return sources
  }

  const locate = ({ from, part }: Source): Place | undefined => {
    const place = parts.find(from)
    if (place) return { ...place, path: [...place.path, part] }
    // Made by the query itself: go on to what that was made from.
    const source = isRecord(from) ? sourcesOf(from).get(String(part)) : undefined
    return source && locate(source)
  }

  const walk = (value: unknown, plain: unknown, path: string): void => {
    if (!isContainer(value)) return
    if (isRecord(value) && WRAPPED in value) {
      walkPart(value[WRAPPED], plain, path, sourcesOf(value).get(WRAPPED))
      return
    }
    const place = parts.find(value)
    if (place) {
      if (jsonEqual(value, plain)) map.add(path, place)
    } else if (Array.isArray(value) && Array.isArray(plain)) {
      value.forEach((item: unknown, index) => walk(item, plain[index], path + writeStep(index)))
    } else if (isRecord(value) && isRecord(plain)) {
      const sources = sourcesOf(value)
      for (const [key, own] of Object.entries(plain)) {
        walkPart(value[key], own, path + writeStep(key), sources.get(key))
      }
    }
  }

  function walkPart(value: unknown, own: unknown, path: string, source: Source | undefined): void {
    const found = isContainer(own) || own === null || !source ? undefined : locate(source)
    if (found && readPart(found) === own) map.add(path, found)
    else walk(value, own, path)
  }

  walk(traced.value, result, '$')
  return map.finish()
}

interface Source {
  from: object
  part: string | number
}

function readsSomething(from: object, part: string | number): boolean {
  const value: unknown = Array.isArray(from) ? from[Number(part)] : isRecord(from) ? from[part] : null
  return value !== undefined && value !== null
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function createSourceMap(byKey: boolean) {
  const documents = new Map<LakeDocument, number>()
  const paths = new Map<string, number>()
  const mappings: SourceMap['mappings'] = {}
  return {
    add(path: string, place: Place) {
      const document = numberOf(documents, place.document)
      const source = {
        type: 'documentValue',
        document,
        path: numberOf(paths, writePath(place, byKey)),
      } as const
      mappings[path] = { type: 'value', source }
    },
    finish(): SourceMap {
      const named = [...documents.keys()].map(({ _id, _type, _originalId }) => ({
        // The draft itself, where it is shown under its published id.
        _id: typeof _originalId === 'string' ? _originalId : _id,
        _type,
      }))
      return { documents: named, paths: [...paths.keys()], mappings }
    },
  }
}

/** The number of a key in the order of first mention. */
function numberOf<Key>(table: Map<Key, number>, key: Key): number {
  const number = table.get(key) ?? table.size
  table.set(key, number)
  return number
}
