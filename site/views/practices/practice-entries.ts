import { bindWords } from '#content/text/typography.ts'
import { EVIDENCE_LEVELS } from '#content/vocabulary/evidence-levels.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import type { PracticeCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import type { Link } from '../page-meta.ts'
import { shorten } from '../shorten.ts'

/** A practice as an entry of a list. */
export interface PracticeEntry extends Link {
  readonly problem: string
  readonly form: string
  readonly organization: string
  readonly time: string
  readonly evidence: string
}

/** A practice as an entry of a list. */
export function viewPracticeEntry(card: PracticeCard, content: ContentReader): PracticeEntry {
  return {
    title: typeset(card.title),
    url: card.url,
    problem: typeset(shorten(card.problem, 180)),
    form: setTitle(FORMS, card.form),
    organization: bindWords(content.link(card.organization)?.name ?? ''),
    time: bindWords(card.time ?? ''),
    evidence: setTitle(EVIDENCE_LEVELS, card.evidence),
  }
}
