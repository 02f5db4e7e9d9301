/** What the Studio's page is made of; every address is a path on the Studio's own origin. */
export interface StudioPage {
  scripts: readonly string[]
  styles: readonly string[]
  icon: string
  fonts: readonly { script: string; address: string }[]
}

const UNICODE_RANGES: Readonly<Record<string, string>> = {
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
}

// The Studio subscribes to this channel to tell the editor about errors that nothing else caught.
const ERROR_CHANNEL = `
const subscribers = new Set()
window.__sanityErrorChannel = {
  subscribers,
  subscribe: (subscriber) => {
    subscribers.add(subscriber)
    return () => subscribers.delete(subscriber)
  },
}
window.addEventListener('error', (event) => {
  const params = { event, lineno: event.lineno, colno: event.colno, source: event.filename }
  for (const subscriber of subscribers) subscriber({ error: event.error, params })
})
`

/** The HTML of the Studio's page. */
export function renderStudioPage({ scripts, styles, icon, fonts }: StudioPage): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>Копилка</title>
<link rel="icon" type="image/svg+xml" href="${icon}">
${styles.map((address) => `<link rel="stylesheet" href="${address}">`).join('\n')}
<style>
${fonts.map(fontFaces).join('\n')}
html { background: #fffefb; }
@media (prefers-color-scheme: dark) { html { background: #141615; } }
html, body, #sanity { height: 100%; }
body { margin: 0; -webkit-font-smoothing: antialiased; }
</style>
<script>${ERROR_CHANNEL}</script>
</head>
<body>
<div id="sanity"></div>
<noscript>Чтобы править содержание сайта, включите JavaScript в настройках браузера и обновите страницу.</noscript>
${scripts.map((address) => `<script type="module" src="${address}"></script>`).join('\n')}
</body>
</html>
`
}

// Notices are drawn with the Studio's own theme, which asks for Inter.
const FAMILIES = ['Golos Text', 'Inter']

function fontFaces({ script, address }: { script: string; address: string }): string {
  return FAMILIES.map((family) => fontFace(family, script, address)).join('\n')
}

function fontFace(family: string, script: string, address: string): string {
  return `@font-face { font-family: '${family}'; font-style: normal; font-weight: 400 900; font-display: swap; src: url(${address}) format('woff2'); unicode-range: ${UNICODE_RANGES[script] ?? ''}; }`
}
