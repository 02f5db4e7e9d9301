const BATCH = 200

/** An answer of newline-delimited JSON that is made while it is sent. */
export function streamLines(values: Iterable<unknown>): Response {
  const iterator = values[Symbol.iterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let lines = ''
      for (let count = 0; count < BATCH; count++) {
        const next = iterator.next()
        if (next.done) {
          if (lines !== '') controller.enqueue(encoder.encode(lines))
          controller.close()
          return
        }
        lines += `${JSON.stringify(next.value)}\n`
      }
      controller.enqueue(encoder.encode(lines))
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
}
