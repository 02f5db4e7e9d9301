import { delimiter, join, resolve } from 'node:path'
import { z } from 'zod'

const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

const schema = z.object({
  PORT: optionalText
    .transform((text) => (text === undefined ? 4321 : Number(text)))
    .refine(
      (port) => Number.isInteger(port) && port >= 0 && port <= 65_535,
      'нужно целое число от 0 до 65535',
    ),
  KOPILKA_DATA: optionalText.transform((path) => resolve(path ?? '.data')),
  KOPILKA_BACKUPS: optionalText.transform((path) => path ?? 'backups'),
  KOPILKA_EXAMPLES: optionalText.transform((flag) => flag !== '0'),
  KOPILKA_ORIGIN: optionalText.pipe(
    z
      .url({ protocol: /^https?$/, error: 'KOPILKA_ORIGIN должен быть адресом вида https://example.ru' })
      .optional(),
  ),
  SANITY_STUDIO_PROJECT_ID: optionalText.transform((id) => id ?? 'local'),
  SANITY_AUTH_TOKEN: optionalText,
  KOPILKA_WEBHOOK_SECRET: optionalText,
  CHROME_PATH: optionalText,
  LAW_SEED: optionalText
    .transform((seed) => (seed === undefined ? 20_241_101 : seed === 'random' ? 'random' : Number(seed)))
    .refine((seed) => seed === 'random' || Number.isInteger(seed), 'нужно целое число или random'),
})

/** What the environment asks for; every field has its default filled in. */
export interface Environment {
  /** Port of the front door; 0 lets the system choose. */
  port: number
  /** Absolute path of the data folder. */
  dataDir: string
  /** Absolute path of the folder of backups. */
  backupDir: string
  /** Whether a backup is made every day while the server runs. */
  dailyBackups: boolean
  /** Whether an empty lake is filled with the examples at the first start. */
  examples: boolean
  /** Public address used in links, without a trailing slash; undefined means the address we listen on. */
  origin: string | undefined
  /** `local` for the embedded lake, otherwise a project of Sanity's hosted lake. */
  projectId: string
  dataset: 'production'
  /** Token of the hosted lake. */
  hostedToken: string | undefined
  /** With which the hosted lake signs its messages; undefined refuses them all. */
  webhookSecret: string | undefined
  /** Chromium for the browser tests. */
  chromePath: string | undefined
  /** From which laws draw their cases: the same in every run of the tests, unless asked otherwise. */
  lawSeed: number | 'random'
}

/** A value of the environment that cannot be used; the message says which and why. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/**
 * Reads and checks the environment.
 * @throws {EnvironmentError} when a value cannot be used
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const result = schema.safeParse(variables)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new EnvironmentError(`Неверные переменные окружения. ${problems.join('; ')}`)
  }
  const read = result.data
  return {
    port: read.PORT,
    dataDir: read.KOPILKA_DATA,
    backupDir: resolve(read.KOPILKA_BACKUPS === '0' ? 'backups' : read.KOPILKA_BACKUPS),
    dailyBackups: read.KOPILKA_BACKUPS !== '0',
    examples: read.KOPILKA_EXAMPLES,
    origin: read.KOPILKA_ORIGIN?.replace(/\/+$/, ''),
    projectId: read.SANITY_STUDIO_PROJECT_ID,
    dataset: 'production',
    hostedToken: read.SANITY_AUTH_TOKEN,
    webhookSecret: read.KOPILKA_WEBHOOK_SECRET,
    chromePath: read.CHROME_PATH,
    lawSeed: read.LAW_SEED,
  }
}

/**
 * The environment for a child process: ours with the given variables laid over it. Programs that look for `node`
 * find the project's own first.
 */
export function childEnvironment(over: Record<string, string>): Record<string, string> {
  const inherited: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) inherited[name] = value
  }
  const programs = join(import.meta.dirname, '../node_modules/.bin')
  const path = [programs, inherited['PATH']].filter((part) => part !== undefined).join(delimiter)
  return { ...inherited, PATH: path, ...over }
}
