import { defineCliConfig } from 'sanity/cli'

export default defineCliConfig({
  api: { projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local', dataset: 'production' },
  schemaExtraction: { path: './content-schemas/generated/schema.json', enforceRequiredFields: true },
  typegen: {
    path: './content-schemas/queries/**/*.ts',
    schema: './content-schemas/generated/schema.json',
    generates: './content-schemas/generated/types.ts',
  },
})
