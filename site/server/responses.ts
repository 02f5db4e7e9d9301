/** A table to download; 404 when there is none. */
export function respondCsv(text: string | null): Response {
  return respond(text, 'text/csv; charset=utf-8')
}

/** Data for programs; 404 when there is none. */
export function respondJson(data: unknown): Response {
  return respond(
    data === null ? null : `${JSON.stringify(data, null, 2)}\n`,
    'application/json; charset=utf-8',
  )
}

/** An iCalendar file; 404 when there is none. */
export function respondCalendar(text: string | null): Response {
  return respond(text, 'text/calendar; charset=utf-8')
}

/** A feed or a sitemap; 404 when there is none. */
export function respondXml(text: string | null): Response {
  return respond(text, 'application/xml; charset=utf-8')
}

/** Plain text. */
export function respondText(text: string): Response {
  return respond(text, 'text/plain; charset=utf-8')
}

function respond(text: string | null, type: string): Response {
  if (text === null) return new Response(null, { status: 404 })
  return new Response(text, { headers: { 'Content-Type': type } })
}
