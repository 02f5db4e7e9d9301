import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const LONGEST_START_MS = 20_000

/** What is adapted in the documented configuration. */
export interface NginxPlaces {
  program: string
  /** Folder for what nginx itself writes. */
  folder: string
  /** The file of the documentation. */
  configuration: string
  /** Folder of the site. */
  root: string
  /** Port of what stands behind. */
  port: number
}

/** Starts nginx with the documented configuration on a socket of its own. @returns the socket, and how to stop it */
export async function runNginx({ program, folder, configuration, root, port }: NginxPlaces) {
  const socket = join(folder, 'nginx.sock')
  let adapted = await readFile(configuration, 'utf8')
  for (const [written, here] of [
    ['listen 80;', `listen unix:${socket};`],
    ['root /srv/kopilka/releases/current/public;', `root ${root};`],
    ['include /srv/kopilka/releases/current/public/', `include ${root}/`],
    ['server 127.0.0.1:4321;', `server 127.0.0.1:${port};`],
  ] as const) {
    if (!adapted.includes(written)) throw new Error(`${configuration} has no line "${written}" to adapt.`)
    adapted = adapted.replace(written, here)
  }
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const main = join(folder, 'nginx.conf')
  await writeFile(join(folder, 'kopilka.conf'), adapted)
  await writeFile(
    main,
    [
      process.getuid?.() === 0 ? 'user root;' : '',
      'daemon off; worker_processes 1;',
      `pid ${folder}/nginx.pid; error_log stderr;`,
      'events {}',
      'http {',
      'access_log off;',
      ...kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`),
      `include ${folder}/kopilka.conf;`,
      '}',
    ].join('\n'),
  )
  const server = spawn(program, ['-p', folder, '-c', main, '-e', 'stderr'])
  let said = ''
  server.stderr.on('data', (text) => (said += String(text)))
  const ended = once(server, 'exit')
  const begun = Date.now()
  while (!(await answers(socket))) {
    if (server.exitCode !== null || Date.now() - begun > LONGEST_START_MS) {
      server.kill()
      throw new Error(`nginx does not start: ${said}`)
    }
    await delay(20)
  }
  return {
    socket,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    request({ socketPath, path: '/', method: 'HEAD' }, (response) => {
      response.resume()
      resolve(true)
    })
      .on('error', () => resolve(false))
      .end()
  })
}
