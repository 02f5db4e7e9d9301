import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { findBrowser } from '#scripts/checks/find-browser.ts'
import { readEnvironment } from '#scripts/environment.ts'

/** Chromium talks to nobody but the pages it is sent to. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(readEnvironment().chromePath), args: QUIET })
}

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
