import { defineConfig } from 'vitest/config'

// The tests of `npm run test:long`: the laws and endurance runs of `npm test` at their full size.
export default defineConfig({
  test: {
    include: ['{content-schemas,lake,studio,site,publisher,scripts,tests}/**/*.long.test.ts'],
    testTimeout: 60 * 60_000,
    hookTimeout: 10 * 60_000,
    fileParallelism: false,
  },
})
