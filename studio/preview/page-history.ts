import type { HistoryAdapter } from '@sanity/visual-editing'

/** Tells the Studio which page of the preview is open, and opens the page that the Studio asks for. */
export const pageHistory: HistoryAdapter = {
  subscribe(navigate) {
    const tell = () => navigate({ type: 'replace', title: document.title, url: window.location.href })
    tell()
    window.addEventListener('popstate', tell)
    window.addEventListener('hashchange', tell)
    return () => {
      window.removeEventListener('popstate', tell)
      window.removeEventListener('hashchange', tell)
    }
  },
  update({ type, url }) {
    if (type === 'push') window.location.assign(url)
    else if (type === 'replace') window.location.replace(url)
    else window.history.back()
  },
}
