import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { say } from '../command-line.ts'
import { isProgram, mayInstallPackages } from './system-programs.ts'

const PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx', '/usr/bin/nginx']

const run = promisify(execFile)

/**
 * The nginx that tests of its configuration use: the system's, else Debian's package unpacked beside the system, so
 * that no server is started by installing it.
 * @returns null when there is none; the reason is printed
 */
export async function findNginx(): Promise<string | null> {
  const unpacked = join(tmpdir(), 'kopilka-nginx')
  const installed = [...PLACES, join(unpacked, 'usr/sbin/nginx')].find(isProgram)
  if (installed !== undefined) return installed
  if (!mayInstallPackages()) return explain('он не установлен, а устанавливать программы нам нельзя')
  try {
    return await unpackNginx(unpacked)
  } catch (error) {
    await rm(unpacked, { recursive: true, force: true })
    return explain(error instanceof Error ? error.message : String(error))
  }
}

async function unpackNginx(folder: string): Promise<string> {
  say('Беру nginx из пакетов системы (apt-get download nginx)…')
  await mkdir(folder, { recursive: true })
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['download', '-qq', 'nginx'], { cwd: folder })
  const file = (await readdir(folder)).find((name) => name.endsWith('.deb'))
  if (file === undefined) throw new Error('apt-get ничего не скачал')
  await run('dpkg-deb', ['-x', join(folder, file), folder])
  const program = join(folder, 'usr/sbin/nginx')
  await run(program, ['-v'])
  return program
}

function explain(reason: string): null {
  say(`Настройка nginx не проверена: ${reason}. В Debian и Ubuntu: sudo apt-get install nginx-core`)
  return null
}
