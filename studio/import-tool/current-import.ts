import { BackgroundReader } from './background-reader.ts'
import { ImportSession } from './import-session.ts'

/** The document that is being imported in this tab. */
export const currentImport = new ImportSession(new BackgroundReader())
