import { defineCliConfig } from 'sanity/cli'
import { STUDIO_BASE_PATH, STUDIO_CHUNKS, studioBuildPlugins } from './studio/build/build-plugins.ts'

const projectId = process.env['SANITY_STUDIO_PROJECT_ID'] || 'local'

/** Where derived files go; `npm run generate -- --check` puts them beside the project's own to compare. */
const generated = process.env['KOPILKA_GENERATED'] ?? './content-schemas/generated'

export default defineCliConfig({
  api: { projectId, dataset: 'production' },
  project: { basePath: STUDIO_BASE_PATH },
  deployment: { autoUpdates: false },
  vite: {
    plugins: studioBuildPlugins({ root: import.meta.dirname, projectId }),
    // The worker that reads roadmaps loads the reader of a format when it meets one.
    worker: { format: 'es' },
    build: { rolldownOptions: { output: { codeSplitting: STUDIO_CHUNKS } } },
  },
  schemaExtraction: { path: `${generated}/schema.json`, enforceRequiredFields: true },
  typegen: {
    path: './content-schemas/queries/**/*.ts',
    schema: `${generated}/schema.json`,
    generates: `${generated}/types.ts`,
  },
})
