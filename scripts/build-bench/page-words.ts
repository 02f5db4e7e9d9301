/** What a reader of a page sees and can follow: its words and its links, without markup and spaces. */
export function readPageWords(html: string): { words: string; links: string[] } {
  const body = html.slice(html.indexOf('<body'))
  const words = decode(
    body.replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, ' '),
  ).replaceAll(/\s+/g, '')
  const links = [...body.matchAll(/<a\b[^>]*\shref="?([^"\s>]*)/g)].map(([, href = '']) => decode(href))
  return { words, links }
}

function decode(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
