import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.ts'

/** The operations of a page: what is done and with which arguments. */
export interface PageOperations {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** Numbers of the operations that matter, as the reader of PDF numbers them. */
export type OperationNumbers = Readonly<Record<string, number>>

/** What holds while an operation is done; `save` and `restore` keep it and bring it back. */
export interface GraphicsState {
  matrix: Matrix
  stroke: string
  fill: string
  font: string
  fontSize: number
  letterSpacing: number
  wordSpacing: number
  /** Width of letters against their usual one. */
  stretch: number
  leading: number
  rise: number
}

/** An operation that shows something, with the state that holds for it. */
export interface PageOperation {
  name: string
  args: readonly unknown[]
  state: GraphicsState
}

const MAX_DEPTH = 200
const SHOWN = [
  'constructPath',
  'beginText',
  'moveText',
  'setLeadingMoveText',
  'setTextMatrix',
  'nextLine',
  'showText',
]
const SETTINGS: Readonly<Record<string, keyof GraphicsState>> = {
  setCharSpacing: 'letterSpacing',
  setWordSpacing: 'wordSpacing',
  setTextRise: 'rise',
}
const START: GraphicsState = {
  matrix: IDENTITY,
  stroke: '#000000',
  fill: '#000000',
  font: '',
  fontSize: 1,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
}

/** Goes through the operations of a page and gives those that draw lines or letters. */
export function* walkOperations(
  operations: PageOperations,
  numbers: OperationNumbers,
): Generator<PageOperation> {
  const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name]))
  const saved: GraphicsState[] = []
  let state = START
  for (const [index, number] of operations.fnArray.entries()) {
    const name = names.get(number) ?? ''
    const given = operations.argsArray[index]
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    if (name === 'setLeadingMoveText') state = set(state, name, args)
    if (SHOWN.includes(name)) yield { name, args, state }
    else if (name === 'restore' || name === 'paintFormXObjectEnd') state = saved.pop() ?? state
    else if (name === 'save' || name === 'paintFormXObjectBegin') {
      if (saved.length < MAX_DEPTH) saved.push(state)
      if (name === 'paintFormXObjectBegin') state = transform(state, args[0])
    } else state = set(state, name, args)
  }
}

function set(state: GraphicsState, name: string, args: readonly unknown[]): GraphicsState {
  const setting = SETTINGS[name]
  if (setting !== undefined) return { ...state, [setting]: numberOf(args[0], 0) }
  switch (name) {
    case 'transform':
      return transform(state, args)
    case 'setStrokeRGBColor':
      return { ...state, stroke: String(args[0]) }
    case 'setFillRGBColor':
      return { ...state, fill: String(args[0]) }
    case 'setFont':
      return { ...state, font: String(args[0]), fontSize: numberOf(args[1], 1) }
    case 'setHScale':
      return { ...state, stretch: numberOf(args[0], 100) / 100 }
    case 'setLeading':
      return { ...state, leading: -numberOf(args[0], 0) }
    case 'setLeadingMoveText':
      return { ...state, leading: numberOf(args[1], 0) }
    default:
      return state
  }
}

function transform(state: GraphicsState, values: unknown): GraphicsState {
  const matrix = toMatrix(values)
  return matrix ? { ...state, matrix: multiply(state.matrix, matrix) } : state
}

/** A number among the arguments of an operation; `other` for anything else. */
export function numberOf(value: unknown, other: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : other
}
