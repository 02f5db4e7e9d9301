import { openArchive } from '../formats/archive/open-archive.ts'
import { joinBytes, writeZip, type ZipEntry } from './write-zip.ts'

/** Numbers from 0 to 1 that are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

type Mutation = (bytes: Uint8Array, other: Uint8Array, random: () => number) => Uint8Array

/** Numbers that readers of spans, sizes and counts should survive. */
const NUMBERS = ['0', '-1', '1e99', '65536', '1048576', '4294967295', '99999999999999999999', 'NaN', '']

const MUTATIONS: readonly Mutation[] = [
  (bytes, _, random) => bytes.slice(0, Math.floor(random() * bytes.length)),
  (bytes, _, random) => bytes.slice(Math.floor(random() * bytes.length * 0.3)),
  (bytes, _, random) => flipBits(bytes, 1 + Math.floor(random() * 40), random),
  (bytes, _, random) => flipBits(bytes, Math.ceil(bytes.length * 0.02), random),
  (bytes, _, random) => overwrite(bytes, random),
  (bytes, _, random) => shuffle(bytes, 2 + Math.floor(random() * 12), random),
  (bytes, other, random) => splice(bytes, other, random),
  (bytes, _, random) => repeat(bytes, random),
  (bytes, _, random) => cut(bytes, random),
  (bytes, _, random) => changeNumbers(bytes, random),
]

/** Spoils a file: cut, shuffled, bits flipped, pieces repeated or taken from another file, numbers made absurd. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const times = 1 + Math.floor(random() * 3)
  let mutated = bytes
  for (let time = 0; time < times && mutated.length > 0; time += 1) {
    const mutate = MUTATIONS[Math.floor(random() * MUTATIONS.length)]
    if (mutate) mutated = mutate(mutated, other, random)
  }
  return mutated
}

/**
 * Spoils a file; in half of the archives the files inside, so that the damage gets past the unpacking.
 */
export async function mutateFile(
  bytes: Uint8Array,
  other: Uint8Array,
  random: () => number,
): Promise<Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || random() < 0.5) return mutateBytes(bytes, other, random)
  const archive = openArchive(bytes)
  const names = archive.names.filter((name) => /\.xml$|\.rels$/.test(name))
  const target = names[Math.floor(random() * names.length)]
  const entries = archive.names.map(async (name): Promise<ZipEntry> => {
    const content = (await archive.read(name)) ?? new Uint8Array()
    const chosen = name === target || /document\.xml|content\.xml|sheet2\.xml/.test(name)
    return { name, content: chosen ? mutateMarkup(content, other, random) : content }
  })
  return writeZip(await Promise.all(entries))
}

/** Markup stays well-formed in two of three cases: only its numbers change, or whole elements repeat. */
function mutateMarkup(content: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const choice = random()
  if (choice < 0.33) return mutateBytes(content, other, random)
  if (choice < 0.66) return changeNumbers(content, random)
  const text = new TextDecoder().decode(content)
  const elements = [...text.matchAll(/<(\w+:?\w*)(?: [^<>]*)?(?:\/>|>[^<]*<\/\1>)/g)]
  const chosen = elements[Math.floor(random() * elements.length)]
  if (!chosen) return content
  const at = chosen.index
  const times = Math.floor(random() ** 4 * 3000)
  return new TextEncoder().encode(
    text.slice(0, at) + chosen[0].repeat(times) + text.slice(at + chosen[0].length),
  )
}

function flipBits(bytes: Uint8Array, count: number, random: () => number): Uint8Array {
  const mutated = bytes.slice()
  for (let flip = 0; flip < count; flip += 1) {
    const at = Math.floor(random() * mutated.length)
    mutated[at] = (mutated[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  return mutated
}

function overwrite(bytes: Uint8Array, random: () => number): Uint8Array {
  const mutated = bytes.slice()
  const at = Math.floor(random() * mutated.length)
  const value = [0, 0xff, 0x20, 0x3c, 0x7b][Math.floor(random() * 5)] ?? 0
  mutated.fill(value, at, at + Math.floor(random() * 400))
  return mutated
}

function shuffle(bytes: Uint8Array, count: number, random: () => number): Uint8Array {
  const size = Math.ceil(bytes.length / count)
  const pieces = Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
  const order = pieces.map((piece) => ({ piece, key: random() })).toSorted((one, two) => one.key - two.key)
  return joinBytes(order.map(({ piece }) => piece))
}

function splice(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const from = Math.floor(random() * other.length)
  const piece = other.subarray(from, from + Math.floor(random() * 3000))
  const at = Math.floor(random() * bytes.length)
  return joinBytes([bytes.subarray(0, at), piece, bytes.subarray(random() < 0.5 ? at : at + piece.length)])
}

function repeat(bytes: Uint8Array, random: () => number): Uint8Array {
  const from = Math.floor(random() * bytes.length)
  const piece = bytes.subarray(from, from + 1 + Math.floor(random() * 300))
  const times = 1 + Math.floor(random() ** 3 * 2000)
  return joinBytes([
    bytes.subarray(0, from),
    ...Array.from({ length: times }, () => piece),
    bytes.subarray(from),
  ])
}

function cut(bytes: Uint8Array, random: () => number): Uint8Array {
  const from = Math.floor(random() * bytes.length)
  return joinBytes([bytes.subarray(0, from), bytes.subarray(from + Math.floor(random() * 500))])
}

function changeNumbers(bytes: Uint8Array, random: () => number): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const rate = random() * 0.2
  const mutated = text.replaceAll(/(?<=["\w])\d+/g, (digits) =>
    random() < rate ? (NUMBERS[Math.floor(random() * NUMBERS.length)] ?? '') : digits,
  )
  return Uint8Array.from(mutated, (letter) => letter.charCodeAt(0))
}
