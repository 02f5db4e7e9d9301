/** The command was called in a way it does not understand; the message says what is wrong with the call. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Something went wrong that the person can mend; the message says what and how, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Errors of other rooms whose messages are written for people. */
const WORDED = new Set([
  'CommandError',
  'AccountError',
  'EnvironmentError',
  'BundleError',
  'OutputFolderError',
])

/**
 * Runs a command with the arguments of the process. Exit codes: 0 done, 1 failed, 2 called in a wrong way.
 * @param usage shown for `--help` (on stdout) and after a wrong call (on stderr)
 */
export async function runCommand(
  usage: string,
  main: (args: string[]) => Promise<number | void>,
): Promise<void> {
  const args = process.argv.slice(2)
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    return
  }
  // «… | head»: who reads has enough, and nothing is wrong.
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit()
    throw error
  })
  try {
    process.exitCode = (await main(args)) ?? 0
  } catch (error) {
    process.exitCode = report(error, usage)
  }
}

/** Writes a line for people to stderr: stdout is for results. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Writes a line of the command's result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function report(error: unknown, usage: string): number {
  if (!(error instanceof Error)) {
    say(`Непредвиденная ошибка: ${String(error)}`)
    return 1
  }
  if (error.name === 'UsageError' || isParseError(error)) {
    say(`${wordingOf(error)}\n\n${usage}`)
    return 2
  }
  say(WORDED.has(error.name) ? error.message : `Непредвиденная ошибка: ${error.stack ?? error.message}`)
  return 1
}

function isParseError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS')
}

function wordingOf(error: Error): string {
  if (!isParseError(error)) return error.message
  const named = /'([^']+)'/.exec(error.message)?.[1]
  if (named === undefined) return 'Не понимаю параметры.'
  const [option, value] = named.split(' ')
  return value === '<value>' ? `У параметра «${option}» нет значения.` : `Не понимаю параметр «${option}».`
}
