// Narrows a roadmap to a stage, a person or a month. What it narrows stands in the page already.

const table = document.querySelector<HTMLTableElement>('.roadmap')
const tools = document.getElementById('roadmap-tools')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.roadmap .row')]
const stages = [...document.querySelectorAll<HTMLTableSectionElement>('.roadmap tbody')]

type Test = (row: HTMLTableRowElement) => boolean

/** People or roles in charge of a row. */
const peopleOf = (row: HTMLTableRowElement) =>
  [...row.querySelectorAll('.who p')].map((line) => line.textContent.trim())

/** Whether something is drawn of a row in this month of the line of time. */
const fallsIn = (month: number) => (row: HTMLTableRowElement) =>
  [...row.querySelectorAll('.line path')].some((path) =>
    [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+) [\d.]+h([\d.]+)/g)].some(
      ([, from, width]) => Number(from) < month + 1 && Number(from) + Number(width) > month,
    ),
  )

const form = document.createElement('form')
const count = document.createElement('output')
const chosen = new Map<string, Test>()
const address = new URLSearchParams(location.search)

/** Adds a choice, unless there is nothing to choose between. */
function addChoice(key: string, title: string, options: [string, Test][]): void {
  if (options.length < 2) return
  const label = form.appendChild(document.createElement('label'))
  label.append(title)
  const select = label.appendChild(document.createElement('select'))
  for (const [words] of [['Все'], ...options]) select.add(new Option(words))
  const choose = () => {
    const option = options[select.selectedIndex - 1]
    if (option) {
      chosen.set(key, option[1])
      address.set(key, option[0])
    } else {
      chosen.delete(key)
      address.delete(key)
    }
  }
  select.selectedIndex = options.findIndex(([words]) => words === address.get(key)) + 1
  choose()
  select.addEventListener('change', () => {
    choose()
    show()
    history.replaceState(null, '', `${location.pathname}${address.size > 0 ? `?${address}` : ''}`)
  })
}

function show(): void {
  for (const row of rows) row.hidden = ![...chosen.values()].every((test) => test(row))
  for (const stage of stages) stage.hidden = !stage.querySelector('.row:not([hidden])')
  const shown = rows.filter((row) => !row.hidden).length
  count.value = shown < rows.length ? `Показано ${shown} из ${rows.length}` : ''
}

function listMonths(): [string, Test][] {
  const [year = 0, first = 1] = (table?.dataset['start'] ?? '').split('-').map(Number)
  return Array.from({ length: Number(table?.dataset['months'] ?? 0) }, (_, month): [string, Test] => [
    new Date(year, first - 1 + month).toLocaleDateString('ru', { month: 'long', year: 'numeric' }),
    fallsIn(month),
  ]).filter(([, test]) => rows.some(test))
}

addChoice(
  'etap',
  'Этап',
  stages.flatMap((stage): [string, Test][] => {
    const title = stage.querySelector('th')?.textContent.trim()
    return title ? [[title, (row) => row.parentElement === stage]] : []
  }),
)
addChoice(
  'kto',
  'Кто отвечает',
  [...new Set(rows.flatMap(peopleOf))]
    .toSorted((a, b) => a.localeCompare(b, 'ru'))
    .map((name) => [name, (row) => peopleOf(row).includes(name)]),
)
addChoice('mesyac', 'Месяц', listMonths())
form.append(count)
tools?.replaceChildren(form)
show()

// A link to a row leads to it whatever was chosen before.
addEventListener('hashchange', () => {
  if (!document.getElementById(location.hash.slice(1))?.hidden) return
  form.reset()
  chosen.clear()
  show()
  document.getElementById(location.hash.slice(1))?.scrollIntoView()
})
