import type { BrowserContext } from 'playwright-core'

/** Notes addresses of other hosts that pages of a context ask for. */
export function watchForeignRequests(context: BrowserContext, origin: string, foreign: string[]): void {
  const host = new URL(origin).host
  const note = (address: string) => {
    const url = new URL(address)
    if (/^(?:http|ws)s?:$/.test(url.protocol) && url.host !== host) foreign.push(address)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())))
}
