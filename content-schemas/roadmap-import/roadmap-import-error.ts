export type RoadmapImportErrorCode = 'empty' | 'not-text' | 'no-table' | 'too-large'

/** A file that no roadmap can be read from; the message is a Russian sentence that says what to do. */
export class RoadmapImportError extends Error {
  override readonly name = 'RoadmapImportError'
  readonly code: RoadmapImportErrorCode

  constructor(code: RoadmapImportErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
