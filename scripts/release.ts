// npm run release: which releases of the site are kept, and back to one of them.
import { parseArgs } from 'node:util'
import type { KeptRelease } from '#publisher/release/rollback.ts'
import { CommandError, UsageError, print, runCommand } from './command-line.ts'
import { readEnvironment } from './environment.ts'
import { openReleases } from './releases/open-releases.ts'

const usage = `Выпуски сайта. Работает и рядом с запущенным сервером, и без него.

  npm run release -- list          какие выпуски хранятся (пять последних)
  npm run release -- rollback ИМЯ  показать читателям прежний выпуск и держать его
  npm run release -- resume        снова показывать новейший, со всем, что опубликовано тем временем
  npm run release -- keep          сохранить новейший выпуск таким, каков он сейчас

Раз в сутки новейший выпуск сохраняется сам. Пока держится прежний, правки публикуются в новейший, но читатели их не
видят. Выпуск со сведениями о людях, согласие которых с тех пор закончилось, вернуть нельзя.`

await runCommand(usage, async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [action, name, ...rest] = positionals
  if (rest.length > 0 || (name !== undefined && action !== 'rollback')) throw new UsageError('Лишнее слово.')
  const { releases, close } = openReleases(readEnvironment())
  try {
    if (action === 'list') printReleases(await releases.list())
    else if (action === 'rollback') {
      if (name === undefined) throw new UsageError('Не хватает имени выпуска; их покажет list.')
      await releases.rollBack(name)
      print(`Читатели видят выпуск ${name}. Вернуться к новейшему: npm run release -- resume`)
    } else if (action === 'resume') {
      await releases.resume()
      print('Читатели видят новейший выпуск.')
    } else if (action === 'keep') {
      print((await releases.keep()) ? 'Выпуск сохранён.' : 'С прошлого сохранения ничего не изменилось.')
    } else throw new UsageError('Не хватает действия.')
  } catch (error) {
    throw error instanceof Error && error.name === 'RollbackError' ? new CommandError(error.message) : error
  } finally {
    close()
  }
})

function printReleases(releases: readonly KeptRelease[]): void {
  if (releases.length === 0) print('Выпусков ещё нет.')
  for (const { name, madeAt, live, followed } of releases) {
    const notes = [live ? 'его видят читатели' : '', followed ? 'новейший' : ''].filter((note) => note !== '')
    print([name, madeAt, notes.join(', ')].join('\t').trimEnd())
  }
}
