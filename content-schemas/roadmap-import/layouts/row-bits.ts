/** Rows of a page as the bits of a number, beyond the reach of bitwise operators. */
export function hasBit(bits: number, at: number): boolean {
  return Math.floor(bits / 2 ** at) % 2 !== 0
}

/** The same rows and one more. */
export function setBit(bits: number, at: number): number {
  return hasBit(bits, at) ? bits : bits + 2 ** at
}

/** How many rows. */
export function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left > 0; left = Math.floor(left / 2)) count += left % 2
  return count
}
