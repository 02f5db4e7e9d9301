import type { LegalAct } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'
import { LEGAL_ACT_KINDS } from '#content/vocabulary/legal-act-kinds.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { type MaterialEntry, viewMaterialEntry } from '../materials/material-list-view.ts'

/** A legal act with its changes and what rests on it. */
export interface LegalActEntry {
  /** Anchor of the act. */
  readonly id: string
  readonly title: string
  /** «Письмо от 21 декабря 2021 № АЗ-1128/08, действует с …». */
  readonly requisites: string
  readonly summary: string
  readonly url: string | null
  readonly changes: readonly { readonly date: string; readonly summary: string }[]
  readonly materials: readonly MaterialEntry[]
}

/** All acts, newest first. */
export function viewLegalActs(content: ContentReader): LegalActEntry[] {
  return content.list('legalAct', 'all').map((act) => ({
    id: act.slug.current,
    title: typeset(act.title),
    requisites: describeRequisites(act),
    summary: typeset(act.summary ?? ''),
    url: act.url ?? null,
    changes: (act.changes ?? [])
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))
      .map(({ date, summary }) => ({ date: formatDate(date), summary: typeset(summary) })),
    materials: content.list('material', `act/${act._id}`).map((card) => viewMaterialEntry(card, content)),
  }))
}

function describeRequisites({ kind, date, number, inForceFrom }: LegalAct): string {
  const name = [
    setTitle(LEGAL_ACT_KINDS, kind),
    date && `от ${formatDate(date)}`,
    number && `№\u00A0${number.replaceAll('-', '\u2011')}`,
  ]
  const force = inForceFrom === undefined ? [] : [`действует с ${formatDate(inForceFrom)}`]
  return bindWords([name.filter(Boolean).join(' '), ...force].join(', '))
}
