import { expect, test } from 'vitest'
import { findStaleFiles } from './derive-content-types.ts'

test(
  'derived files agree with the types and queries they are derived from',
  { timeout: 240_000 },
  async () => {
    expect(await findStaleFiles()).toEqual([])
  },
)
