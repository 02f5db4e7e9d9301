// npm run lighthouse: what Lighthouse says of one page of every template.
import { print, runCommand, say } from './command-line.ts'
import { isPerfect, openAuditor } from './site-checks/audit-pages.ts'
import { openExampleSite } from './site-checks/open-example-site.ts'
import { TEMPLATES } from './site-checks/templates.ts'

const usage = `Проверяет страницы сайта с примерами программой Lighthouse, как их видит телефон.
Каждая оценка каждой страницы должна быть 100; если вышло меньше, страница проверяется ещё дважды
и считается средний из трёх результатов.

  npm run lighthouse              по странице каждого шаблона
  npm run lighthouse -- ИМЯ…      только названные шаблоны: ${Object.keys(TEMPLATES).join(', ')}`

await runCommand(usage, async (names) => {
  const site = await openExampleSite()
  const auditor = await openAuditor()
  let faulty = 0
  try {
    print('шаблон                   скорость доступн. практики     поиск')
    for (const [name, path] of Object.entries(TEMPLATES)) {
      if (names.length > 0 && !names.includes(name)) continue
      const audit = await auditor.audit({ url: site.origin + path, missing: name === 'missing' })
      const numbers = Object.values(audit.scores).map((score) => String(score).padStart(9))
      print(`${name.padEnd(24)}${numbers.join(' ')}`)
      if (isPerfect(audit)) continue
      for (const fault of audit.faults) say(`  ${fault}`)
      faulty += 1
    }
  } finally {
    await auditor.close()
    await site.close()
  }
  return faulty === 0 ? 0 : 1
})
