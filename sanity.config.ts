import { defineConfig } from 'sanity'
import { schemaTypes } from '#content/schema-types.ts'

export default defineConfig({
  name: 'default',
  projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local',
  dataset: 'production',
  schema: { types: schemaTypes },
})
