import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CommandError, say } from '../command-line.ts'
import { isProgram, mayInstallPackages } from './system-programs.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium that browser tests use: the one the environment names, else the system's, else one installed from
 * the system's packages when we may.
 *
 * @param named value of CHROME_PATH
 * @throws {CommandError} saying what to do when there is none
 */
export async function findBrowser(named: string | undefined): Promise<string> {
  if (named !== undefined) {
    if (isProgram(named)) return named
    throw new CommandError(`По пути из CHROME_PATH нет программы: ${named}.`)
  }
  return PLACES.find(isProgram) ?? (await installBrowser())
}

async function installBrowser(): Promise<string> {
  if (!mayInstallPackages()) throw new CommandError(HELP)
  say('Устанавливаю Chromium для браузерных тестов (apt-get install chromium)…')
  const run = promisify(execFile)
  try {
    await run('apt-get', ['update', '-qq'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  } catch (error) {
    throw new CommandError(HELP, { cause: error })
  }
  const installed = PLACES.find(isProgram)
  if (installed === undefined) throw new CommandError(HELP)
  return installed
}

const HELP =
  'Для браузерных тестов нужен Chromium. Установите его (в Debian и Ubuntu: sudo apt-get install chromium) или укажите путь в CHROME_PATH.'
