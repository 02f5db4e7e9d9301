import { defineCliConfig } from 'sanity/cli'

/** Where derived files go; `npm run generate -- --check` puts them beside the project's own to compare. */
const generated = process.env['KOPILKA_GENERATED'] ?? './content-schemas/generated'

export default defineCliConfig({
  api: { projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local', dataset: 'production' },
  schemaExtraction: { path: `${generated}/schema.json`, enforceRequiredFields: true },
  typegen: {
    path: './content-schemas/queries/**/*.ts',
    schema: `${generated}/schema.json`,
    generates: `${generated}/types.ts`,
  },
})
