/** A table to download; 404 when there is none. */
export function respondCsv(text: string | null): Response {
  return respond(text, 'text/csv; charset=utf-8')
}

/** A Word document; 404 when there is none. */
export function respondDocx(bytes: Uint8Array | null): Response {
  return respond(
    bytes === null ? null : new Uint8Array(bytes),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
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

function respond(body: string | Uint8Array<ArrayBuffer> | null, type: string): Response {
  if (body === null) return new Response(null, { status: 404 })
  return new Response(body, { headers: { 'Content-Type': type } })
}
