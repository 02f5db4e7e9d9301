import type { ColumnRoleKey } from '../vocabulary/column-roles.ts'

/** As much of a roadmap as printing it needs: a stored document and a reading of a file both have it. */
export interface PrintableRoadmap {
  readonly title: string
  readonly period?: { readonly start: string; readonly end: string }
  readonly approval?: PrintableApproval
  readonly basis?: readonly string[]
  readonly preamble?: readonly string[]
  readonly columns?: readonly { readonly role: ColumnRoleKey; readonly heading?: string }[]
  readonly stages: readonly PrintableStage[]
}

export interface PrintableApproval {
  readonly kind?: string
  /** Without «№». */
  readonly number?: string
  /** ISO date. */
  readonly date?: string
}

export interface PrintableStage {
  readonly number?: string
  readonly title?: string
  readonly activities?: readonly PrintableActivity[]
}

export interface PrintableActivity {
  readonly number?: string
  readonly text: string
  readonly deadlines?: readonly { readonly verbatim: string }[]
  readonly responsible?: readonly PrintableParty[]
  readonly documents?: readonly string[]
  readonly results?: readonly string[]
  readonly extra?: readonly { readonly heading?: string; readonly text?: string }[]
}

export interface PrintableParty {
  readonly verbatim?: string
  readonly persons?: readonly { readonly _ref: string }[]
  readonly roles?: readonly string[]
  readonly bodies?: readonly string[]
}

/** What the printed roadmap says beside the roadmap itself. */
export interface PrintContext {
  readonly owner: {
    /** «МБОУ лицей № 3». */
    readonly name: string
    /** Full official name; the short one where no other is known. */
    readonly fullName: string
    /** Position of the one who approves: «Директор». */
    readonly headPosition: string
  }
  /** «Фамилия И.О.» of the one who approved; null when the name is not known or may not be shown. */
  readonly signer: string | null
  /** «Фамилия И.О.» of a person; null when the name may not be shown. */
  readonly nameOf: (personId: string) => string | null
  /** Public address of the roadmap and the day of its last change, ISO date. */
  readonly source: { readonly url: string; readonly updated: string }
}
