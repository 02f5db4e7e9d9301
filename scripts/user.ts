// npm run user: people who may sign in. Works beside a running server.
import { parseArgs } from 'node:util'
import { openAccess } from '#lake/access/open-access.ts'
import { UsageError, print, runCommand } from './command-line.ts'
import { readRunFile } from './data-folder/run-file.ts'
import { readEnvironment } from './environment.ts'
import type { Environment } from './environment.ts'
import { SCOPE_OPTIONS, SCOPE_USAGE, describeRole, findScopes } from './accounts/find-scopes.ts'
import { ROLE_TITLES, readRole } from './accounts/read-role.ts'

const usage = `Кто может входить в Студию.

  npm run user -- add ЛОГИН РОЛЬ [--organization SLUG | --region SLUG] [--name "Имя"]
                                заводит человека и печатает одноразовую ссылку для входа (действует сутки)
  npm run user -- link ЛОГИН    печатает новую ссылку: забыт пароль, ссылка устарела
  npm run user -- role ЛОГИН РОЛЬ [--organization SLUG | --region SLUG]
                                меняет роль и то, где она действует
  npm run user -- no-code ЛОГИН отключает код из приложения: потерян телефон
  npm run user -- sign-out ЛОГИН  завершает все сеансы
  npm run user -- remove ЛОГИН  закрывает вход и завершает все сеансы
  npm run user -- list

  РОЛЬ: administrator, editor или viewer (можно и словом --role РОЛЬ).
${SCOPE_USAGE}`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' }, ...SCOPE_OPTIONS },
  })
  const [action, login, ...words] = positionals
  const takesRole = action === 'add' || action === 'role'
  const [word, ...rest] = takesRole && values.role === undefined ? words : [values.role, ...words]
  const environment = readEnvironment()
  if (rest.length > 0) throw new UsageError(`Лишнее слово: «${rest.join(' ')}».`)
  const access = openAccess({ dataDir: environment.dataDir })
  try {
    if (action === 'list' && login === undefined) return listUsers(access.accounts)
    if (login === undefined) throw new UsageError('Не хватает действия или логина.')
    const { accounts } = access
    if (action === 'add') {
      const role = readRole(word)
      accounts.addUser(login, role, values.name, await findScopes(values, role))
      print(linkFor(environment, accounts.createSignInLink(login)))
    } else if (action === 'link') {
      print(linkFor(environment, accounts.createSignInLink(login)))
    } else if (action === 'role') {
      const wanted = readRole(word)
      const {
        login: known,
        role,
        scopes,
      } = accounts.changeRole(login, wanted, await findScopes(values, wanted))
      print(`${known}: теперь ${describeRole(ROLE_TITLES[role], scopes)}.`)
    } else if (action === 'no-code') {
      accounts.removeSecondFactor(login)
      print(`Код из приложения для «${login}» отключён.`)
    } else if (action === 'sign-out') {
      accounts.endSessions(login)
      print(`Все сеансы «${login}» завершены.`)
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
  for (const { login, name, role, scopes } of users) {
    print([login, describeRole(ROLE_TITLES[role], scopes), name].join('\t'))
  }
}

function linkFor(environment: Environment, path: string): string {
  const { origin, port, dataDir } = environment
  return `${origin ?? readRunFile(dataDir)?.url ?? `http://localhost:${port}`}${path}`
}
