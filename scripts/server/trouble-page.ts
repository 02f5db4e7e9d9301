import type { Context } from 'hono'

/**
 * A page that needs nothing but itself, for when the site cannot be asked: it looks like the site, in light and dark.
 * Programs are answered with the words alone.
 *
 * @param words what has happened and what to do, a sentence each
 */
export function answerTrouble(c: Context, status: 500 | 503, [heading, advice]: readonly [string, string]) {
  const asksForPage = c.req.header('Accept')?.includes('text/html') === true
  return asksForPage ? c.html(writePage(heading, advice), status) : c.text(`${heading}. ${advice}`, status)
}

function writePage(heading: string, advice: string): string {
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading}</title>
<style>
:root { color-scheme: light dark }
body { max-width: 36rem; margin: 0 auto; padding: 18vh 1rem 0; background: light-dark(#fcfbf7, #14161a);
  color: light-dark(#1a1d23, #edece7); font: 1.0625rem/1.5 system-ui, sans-serif }
h1 { margin: 0 0 1rem; font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; text-wrap: balance }
p { margin: 0 0 1rem }
a { color: light-dark(#173f7a, #a4c5f7); text-underline-offset: 0.18em }
:focus-visible { outline: 3px solid light-dark(#a13d08, #f3a875); outline-offset: 2px }
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${advice}.</p>
<p><a href="">Обновить страницу</a></p>
</main>
</body>
</html>
`
}
