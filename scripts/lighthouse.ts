// npm run lighthouse: what Lighthouse says of one page of every template.
import { print, runCommand, say } from './command-line.ts'
import { openAuditor } from './site-checks/audit-pages.ts'
import { openExampleSite } from './site-checks/open-example-site.ts'
import { TEMPLATES } from './site-checks/templates.ts'

const usage = `Проверяет страницы сайта с примерами программой Lighthouse, как их видит телефон.

  npm run lighthouse              по странице каждого шаблона
  npm run lighthouse -- ИМЯ…      только названные шаблоны: ${Object.keys(TEMPLATES).join(', ')}

Скорость зависит от того, чем занят компьютер: ей верьте, когда он свободен.`

/** Pages that search engines are asked to leave out, which Lighthouse would call a fault. */
const UNLISTED = new Set(['embed', 'missing'])

await runCommand(usage, async (names) => {
  const site = await openExampleSite()
  const auditor = await openAuditor()
  let faulty = 0
  try {
    print('шаблон                   скорость доступн. практики     поиск')
    for (const [name, path] of Object.entries(TEMPLATES)) {
      if (UNLISTED.has(name) || (names.length > 0 && !names.includes(name))) continue
      const { scores, faults } = await auditor.audit(site.origin + path)
      const numbers = Object.values(scores).map((score) => String(score).padStart(9))
      print(`${name.padEnd(24)}${numbers.join(' ')}`)
      for (const fault of faults) say(`  ${fault}`)
      faulty += faults.length > 0 ? 1 : 0
    }
  } finally {
    await auditor.close()
    await site.close()
  }
  return faulty === 0 ? 0 : 1
})
