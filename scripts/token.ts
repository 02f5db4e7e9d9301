// npm run token: access for programs. Works beside a running server.
import { parseArgs } from 'node:util'
import { openAccess } from '#lake/access/open-access.ts'
import { SCOPE_OPTIONS, SCOPE_USAGE, describeRole, findScopes } from './accounts/find-scopes.ts'
import { ROLE_TITLES, readRole } from './accounts/read-role.ts'
import { UsageError, print, runCommand, say } from './command-line.ts'
import { readEnvironment } from './environment.ts'

const usage = `Доступ для программ.

  npm run token -- add НАЗВАНИЕ --role administrator|editor|viewer [--organization SLUG | --region SLUG]
                                      печатает токен; второй раз его не узнать
  npm run token -- revoke НАЗВАНИЕ    отзывает токен, по названию или id
  npm run token -- list

${SCOPE_USAGE}`

await runCommand(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { role: { type: 'string' }, ...SCOPE_OPTIONS },
  })
  const [action, label, ...rest] = positionals
  if (rest.length > 0)
    throw new UsageError(`Лишнее слово: «${rest.join(' ')}». Название из слов возьмите в кавычки.`)
  const access = openAccess({ dataDir: readEnvironment().dataDir })
  try {
    if (action === 'list' && label === undefined) return listTokens(access.accounts)
    if (label === undefined) throw new UsageError('Не хватает действия или названия.')
    if (action === 'add') {
      const role = readRole(values.role)
      print(access.accounts.addToken(label, role, await findScopes(values, role)))
      say('Сохраните токен: он показан один раз. Запросы с ним: заголовок «Authorization: Bearer ТОКЕН».')
    } else if (action === 'revoke') {
      access.accounts.revokeToken(label)
      print(`Токен «${label}» отозван.`)
    } else {
      throw new UsageError(`Нет действия «${action}».`)
    }
  } finally {
    access.close()
  }
})

function listTokens(accounts: Pick<ReturnType<typeof openAccess>['accounts'], 'listTokens'>): void {
  const tokens = accounts.listTokens()
  if (tokens.length === 0) print('Токенов нет.')
  for (const { id, label, role, scopes, createdAt, lastUsedAt } of tokens) {
    const used = lastUsedAt === null ? 'не использовался' : `последний раз ${lastUsedAt.slice(0, 10)}`
    print(
      [label, describeRole(ROLE_TITLES[role], scopes), id, `выдан ${createdAt.slice(0, 10)}`, used].join(
        '\t',
      ),
    )
  }
}
