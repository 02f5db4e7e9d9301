import type { Roadmap } from '#content/generated/types.ts'
import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type CoveragePlan, planCoverage } from './coverage-plan.ts'

/** Information support of one roadmap in a line. */
export interface SupportSummary {
  readonly url: string
  /** «Освещено 5 из 8 мероприятий, срок которых наступил.» */
  readonly sentence: string
  /** Share covered in whole per cent; null when nothing is due yet. */
  readonly percent: number | null
  /** One for each activity that was due: whether it is covered, covered ones first. [] when there are too many. */
  readonly marks: readonly boolean[]
}

/** More marks than this in a row say nothing any more. */
const MAX_MARKS = 40

/** Information support of a roadmap in a line; `path` is the roadmap's page. */
export function viewSupportSummary(roadmap: Roadmap, path: string, content: ContentReader): SupportSummary {
  const plan = planCoverage(roadmap, content)
  return {
    url: `${path}informacionnaya-podderzhka/`,
    sentence: describeShare(plan),
    percent: shareOf(plan),
    marks: listMarks(plan),
  }
}

/** One mark for each activity that was due, covered ones first; [] when there are too many to look at. */
export function listMarks({ due, covered }: CoveragePlan): boolean[] {
  return due > MAX_MARKS ? [] : Array.from({ length: due }, (_, index) => index < covered)
}

/** Share covered in whole per cent; null when nothing is due yet. */
export function shareOf({ due, covered }: CoveragePlan): number | null {
  return due === 0 ? null : Math.round((covered / due) * 100)
}

/** How much of what was due has been covered, in a sentence. */
export function describeShare({ due, covered, promises }: CoveragePlan): string {
  if (due === 0 && promises.length === 0) return 'Эта карта не обещает рассказывать о своих мероприятиях.'
  if (due === 0) return 'Сроки ещё не наступили: освещать пока нечего.'
  const of = formatCount(due, ['мероприятия', 'мероприятий', 'мероприятий'])
  return `Освещено ${covered} из\u00A0${of}, срок которых наступил.`
}
