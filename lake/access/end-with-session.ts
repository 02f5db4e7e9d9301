import type { MiddlewareHandler } from 'hono'
import type { Access } from './open-access.ts'

/** Cuts an event stream when the session or token that opened it ends; other answers pass untouched. */
export function endWithSession(access: Pick<Access, 'authenticate' | 'watch'>): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { body, headers } = context.res
    if (body === null || !headers.get('content-type')?.startsWith('text/event-stream')) return
    if (access.authenticate(context.req.raw).identity.kind === 'anonymous') return
    const cut = cutBody(body, (end) => access.watch.start(context.req.raw, end))
    context.res = new Response(cut, context.res)
  }
}

function cutBody(body: ReadableStream<Uint8Array>, watch: (end: () => void) => () => void) {
  const reader = body.getReader()
  let finish = doNothing
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let finished = false
      const stop = watch(() => {
        finish()
        void reader.cancel()
      })
      finish = () => {
        if (finished) return
        finished = true
        stop()
        controller.close()
      }
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) finish()
      else controller.enqueue(value)
    },
    async cancel(reason) {
      finish()
      await reader.cancel(reason)
    },
  })
}

function doNothing(): void {}
