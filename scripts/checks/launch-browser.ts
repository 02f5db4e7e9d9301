import { chromium, type Browser } from 'playwright-core'
import { readEnvironment } from '../environment.ts'
import { findBrowser } from './find-browser.ts'

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

/** Starts a headless Chromium. @param more switches beside those that keep it quiet */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await findBrowser(readEnvironment().chromePath)
  return chromium.launch({ executablePath, args: [...QUIET, ...more] })
}
