import { enableVisualEditing } from '@sanity/visual-editing'
import { pageHistory } from './page-history.ts'
import { refreshPage } from './refresh-page.ts'

const TYPING_PAUSE_MS = 250

let pending: ReturnType<typeof setTimeout> | undefined

// Outside the Studio there is nobody to talk to: the page is just a page.
if (window.parent !== window || window.opener !== null) {
  enableVisualEditing({
    history: pageHistory,
    refresh: ({ source }) => refreshSoon(source === 'manual' ? 0 : TYPING_PAUSE_MS),
  })
}

/** Waits for a pause in typing; of several refreshes only the last is carried out. */
function refreshSoon(delayMs: number): Promise<void> {
  clearTimeout(pending)
  return new Promise((resolve, reject) => {
    pending = setTimeout(() => {
      refreshPage().then(resolve, reject)
    }, delayMs)
  })
}
