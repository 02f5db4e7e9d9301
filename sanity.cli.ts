import { defineCliConfig } from 'sanity/cli'
import { STUDIO_BASE_PATH, studioBuildPlugins } from './studio/build/build-plugins.ts'

const projectId = process.env['SANITY_STUDIO_PROJECT_ID'] || 'local'

export default defineCliConfig({
  api: { projectId, dataset: 'production' },
  project: { basePath: STUDIO_BASE_PATH },
  deployment: { autoUpdates: false },
  vite: { plugins: studioBuildPlugins({ root: import.meta.dirname, projectId }) },
  schemaExtraction: { path: './content-schemas/generated/schema.json', enforceRequiredFields: true },
  typegen: {
    path: './content-schemas/queries/**/*.ts',
    schema: './content-schemas/generated/schema.json',
    generates: './content-schemas/generated/types.ts',
    overloadClientMethods: false,
  },
})
