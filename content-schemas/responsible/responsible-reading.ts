import type { Mend } from '../mending/mend-words.ts'

/** One person, role or body in charge, or a person together with the roles the words give them. */
export interface ResponsibleParty {
  /** The words of this party, torn words mended. */
  verbatim: string
  /** «Фамилия И.О.» in the nominative. */
  persons: string[]
  /** Lower case, in the nominative: «куратор», «заместитель директора по УВР». */
  roles: string[]
  /** Organisations, councils, departments, in the letter case of the document. */
  bodies: string[]
}

/** Everyone in charge, in the order of the words, repetitions dropped. */
export interface ResponsibleReading extends ResponsibleParty {
  /** The words exactly as they stand in the document. */
  verbatim: string
  parties: ResponsibleParty[]
  /** Words that a line end had torn. */
  mends: Mend[]
}
