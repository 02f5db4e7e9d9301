// npm run user: people who may sign in. Works beside a running server.
import { parseArgs } from 'node:util'
import { openAccess } from '#lake/access/open-access.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readRunFile } from './data-folder/run-file.ts'
import { readEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import { ROLE_TITLES, readRole } from './accounts/read-role.ts'

const usage = `Кто может входить в Студию.

  npm run user -- add ЛОГИН --role administrator|editor|viewer [--name "Имя"]
                                заводит человека и печатает одноразовую ссылку для входа (действует сутки)
  npm run user -- link ЛОГИН    печатает новую ссылку: забыт пароль, ссылка устарела
  npm run user -- role ЛОГИН --role administrator|editor|viewer
  npm run user -- remove ЛОГИН  закрывает вход и завершает все сеансы
  npm run user -- list`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' } },
  })
  const [action, login, ...rest] = positionals
  const environment = readEnvironment()
  if (rest.length > 0) throw new UsageError(`Лишнее слово: «${rest.join(' ')}».`)
  const access = openAccess({ dataDir: environment.dataDir })
  try {
    if (action === 'list' && login === undefined) return listUsers(access.accounts)
    if (login === undefined) throw new UsageError('Не хватает действия или логина.')
    const { accounts } = access
    if (action === 'add') {
      accounts.addUser(login, readRole(values.role), values.name)
      print(linkFor(environment, accounts.createSignInLink(login)))
    } else if (action === 'link') {
      print(linkFor(environment, accounts.createSignInLink(login)))
    } else if (action === 'role') {
      const { login: known, role } = accounts.changeRole(login, readRole(values.role))
      print(`${known}: теперь ${ROLE_TITLES[role]}.`)
    } else if (action === 'remove') {
      accounts.removeUser(login)
      print(`Вход для «${login}» закрыт.`)
    } else {
      throw new UsageError(`Нет действия «${action}».`)
    }
  } finally {
    access.close()
  }
})

function listUsers(accounts: Pick<ReturnType<typeof openAccess>['accounts'], 'listUsers'>): void {
  const users = accounts.listUsers()
  if (users.length === 0)
    print('Пока никого нет. Заведите первого: npm run user -- add ЛОГИН --role administrator')
  for (const { login, name, role } of users) print([login, ROLE_TITLES[role], name].join('\t'))
}

function linkFor(environment: Environment, path: string): string {
  const { origin, port, dataDir } = environment
  return `${origin ?? readRunFile(dataDir)?.url ?? `http://localhost:${port}`}${path}`
}
