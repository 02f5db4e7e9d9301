import { defineStudio } from './studio/config/studio-config.ts'

export default defineStudio({
  projectId: process.env.SANITY_STUDIO_PROJECT_ID || 'local',
  dataset: 'production',
  origin: globalThis.location?.origin ?? 'http://localhost:4321',
})
