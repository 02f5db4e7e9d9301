// Bootstraps the project: runs on Node 18 or newer with nothing installed, brings the packages when they
// are missing or out of date, then hands over to the project's own Node and `scripts/<command>.ts`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.kopilka-lock')
const windows = process.platform === 'win32'
const projectNode = windows ? join(modules, 'node', 'bin', 'node.exe') : join(modules, '.bin', 'node')

const [command, ...args] = process.argv.slice(2)
const script = join(root, 'scripts', `${command}.ts`)

if (!command || !/^[a-z][a-z-]*$/.test(command) || !existsSync(script)) {
  say(`Нет такой команды: «${command ?? ''}». Список команд — в README.md.`)
  process.exit(2)
}
if (!packagesAreCurrent()) await installPackages()
await handOver()

/** Whether node_modules holds exactly what package-lock.json names. */
function packagesAreCurrent() {
  if (!existsSync(projectNode)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  if (!installedMatchesLock()) return false
  writeFileSync(stamp, lockHash())
  return true
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** npm's own record of what it installed, compared with the lock: true after a plain `npm ci` or `npm install`. */
function installedMatchesLock() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

async function installPackages() {
  say('Устанавливаю пакеты проекта (npm ci). Это делается один раз и занимает около двух минут…')
  // Some versions of npm call a lock incomplete that others accept; `install` follows the same lock.
  const installed = (await npm('ci')) || (await npm('install', '--no-save'))
  if (!installed || !existsSync(projectNode)) {
    say('Пакеты установить не удалось. Проверьте, что есть доступ в интернет (или к вашему зеркалу npm)')
    say('и свободное место на диске (нужно около 1,5 ГБ), и запустите команду ещё раз.')
    process.exit(1)
  }
  writeFileSync(stamp, lockHash())
  say('Пакеты установлены.')
}

async function npm(...parameters) {
  const options = { cwd: root, shell: windows, stdio: ['ignore', 2, 2] }
  const { code } = await run('npm', [...parameters, '--no-audit', '--no-fund', '--loglevel=error'], options)
  return code === 0
}

async function handOver() {
  const { code, signal } = await run(
    projectNode,
    ['--disable-warning=ExperimentalWarning', ...memoryFlags(), script, ...args],
    { stdio: 'inherit' },
  )
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
}

/** A large site is built in half the memory when the heap grows by a fifth at a time, and hardly slower. */
function memoryFlags() {
  return command === 'build' ? ['--heap-growing-percent=20'] : []
}

/** Runs a program, passing on the signals that would end us; resolves when it ends. */
function run(file, parameters, options) {
  return new Promise((resolve) => {
    const child = spawn(file, parameters, options)
    const orphaned = stopWhenOrphaned(child)
    const forward = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => [name, () => child.kill(name)])
    for (const [name, handler] of forward) process.on(name, handler)
    child.on('error', (error) => {
      say(`Не удалось запустить ${file}: ${error.message}`)
      resolve({ code: 1, signal: null })
    })
    child.on('exit', (code, signal) => {
      for (const [name, handler] of forward) process.off(name, handler)
      clearInterval(orphaned)
      resolve({ code, signal })
    })
  })
}

/**
 * npm runs us through `sh` and passes SIGTERM on to that only, which ends without telling us: the end of a parent
 * of that name therefore counts as SIGTERM.
 */
function stopWhenOrphaned(child) {
  const parent = process.ppid
  if (nameOf(parent) !== 'sh') return undefined
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 100)
  return watch.unref()
}

/** Name of a process; undefined where the system does not tell. */
function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return undefined
  }
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
