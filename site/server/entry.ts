export { createSite } from './create-site.ts'
