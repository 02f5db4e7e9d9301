import { formatDate } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { timeActivity } from '../../timing/activity-timing.ts'
import { compareWindows } from '../../timing/deadline-windows.ts'
import type { Link } from '../page-meta.ts'
import { findRoadmapOwner } from '../roadmap/roadmap-owner.ts'
import { shorten, withoutPoint } from '../shorten.ts'

/** An activity whose time is now, somewhere on the site. */
export interface DueItem extends Link {
  readonly owner: string
  readonly when: string
}

const MAX_ITEMS = 6
const MAX_OF_ROADMAP = 2

/** A few activities of all roadmaps that are to be finished this month, the most urgent first. */
export function listDueNow(content: ContentReader): DueItem[] {
  const { today } = content
  return content
    .head('due', today.slice(0, 7))
    .flatMap(({ id }) => listDueOf(id, content))
    .toSorted((a, b) => compareWindows(a.window, b.window))
    .slice(0, MAX_ITEMS)
    .map(({ item }) => item)
}

function listDueOf(roadmapId: string, content: ContentReader) {
  const roadmap = content.get('roadmap', roadmapId)
  const owner = roadmap === null ? null : findRoadmapOwner(roadmap, content)
  if (roadmap === null || owner === null) return []
  const today = content.todayAt(owner.id)
  const activities = roadmap.stages.flatMap((stage) => stage.activities ?? [])
  const due = activities.flatMap((activity) => {
    const { state, window } = timeActivity(activity, roadmap.period ?? null, today)
    if (state !== 'now' || window?.end?.startsWith(today.slice(0, 7)) !== true) return []
    const item = {
      title: bindWords(shorten(withoutPoint(activity.text), 110)),
      url: `${owner.url}karta/${roadmap.slug.current}/#${activity._key}`,
      owner: bindWords(owner.title),
      when: window.end === null ? '' : `до\u00A0${formatDate(window.end)}`,
    }
    return [{ item, window }]
  })
  return due.toSorted((a, b) => compareWindows(a.window, b.window)).slice(0, MAX_OF_ROADMAP)
}
