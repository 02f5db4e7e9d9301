import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{content-schemas,lake,studio,site,publisher,scripts}/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.long.test.ts'],
    setupFiles: ['scripts/checks/seed-laws.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
