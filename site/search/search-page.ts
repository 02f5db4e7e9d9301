import { formatCount } from '#content/text/plurals.ts'
import type { Search, Searches } from './load-search.ts'
import { renderCounts, renderResult } from './render-results.ts'
import { asksSomething, readQuestion, type SearchQuestion, writeQuestion } from './search-address.ts'
import type { SearchAnswer } from './search-engine.ts'

const RESULTS = ['страница', 'страницы', 'страниц'] as const
const PAGE_SIZE = 20
const TYPING_PAUSE_MS = 250

const form = find('search', HTMLFormElement)
const input = find('q', HTMLInputElement)
const filters = find('filters', HTMLElement)
const status = find('status', HTMLElement)
const instead = find('instead', HTMLElement)
const where = find('where', HTMLElement)
const results = find('results', HTMLElement)
const more = find('more', HTMLButtonElement)
const lists = find('lists', HTMLElement)

let searches: Promise<Searches> | undefined
let shown = PAGE_SIZE
let latest = 0
/** Whether the numbers beside the choices are wanted. */
let counting = false

function find<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id)
  if (element instanceof type) return element
  throw new TypeError(`The search page has no ${type.name} with the id ${id}.`)
}

/** The search is loaded when somebody turns to it, not with the page. */
async function prepare(): Promise<Search> {
  searches ??= import('./load-search.ts').then(({ loadSearches }) => loadSearches())
  return (await searches).open(readForm().chosen)
}

function forget(): void {
  searches = undefined
}

function readForm(): SearchQuestion {
  const data = new FormData(form)
  return readQuestion(
    `?${new URLSearchParams([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))}`,
  )
}

function fillForm({ text, chosen }: SearchQuestion): void {
  input.value = text
  for (const box of filters.querySelectorAll('input'))
    box.checked = chosen[box.name]?.includes(box.value) ?? false
  showChosen()
}

function showChosen(): void {
  for (const group of filters.querySelectorAll('details')) {
    const count = group.querySelectorAll('input:checked').length
    const badge = group.querySelector('.chosen')
    if (badge) badge.textContent = count === 0 ? '' : String(count)
  }
}

async function run(question: SearchQuestion): Promise<void> {
  latest += 1
  const mine = latest
  lists.hidden = asksSomething(question)
  if (!asksSomething(question)) {
    show('', null)
    return
  }
  status.textContent = 'Ищем…'
  try {
    const search = await prepare()
    if (counting) await search.loadFilters()
    const answer = await search.engine.search(question.text, question.chosen, shown)
    if (mine !== latest) return
    results.replaceChildren(...answer.pages.map(renderResult))
    renderCounts(filters, answer.filters)
    more.hidden = answer.total <= answer.pages.length
    show(describe(answer.total), answer)
    where.hidden = search.looksIn === 'texts'
    lists.hidden = answer.total > 0
  } catch {
    forget()
    if (mine === latest)
      show('Поиск сейчас не отвечает. Попробуйте ещё раз или выберите из списков ниже.', null)
    lists.hidden = false
  }
}

function describe(total: number): string {
  if (total === 0)
    return 'Ничего не нашлось. Попробуйте другие слова, уберите фильтры или выберите из списков ниже.'
  return `Нашлось: ${formatCount(total, RESULTS)}`
}

function show(message: string, answer: Pick<SearchAnswer, 'answered' | 'suggested'> | null): void {
  status.textContent = message
  showInstead(answer?.answered ?? null, answer?.suggested ?? null)
  if (message.startsWith('Нашлось')) return
  results.replaceChildren()
  more.hidden = true
}

/** Says that another question was answered, or offers one. */
function showInstead(answered: string | null, suggested: string | null): void {
  const words = answered ?? suggested
  instead.hidden = words === null
  if (words === null) return
  const link = document.createElement('a')
  link.href = writeQuestion({ text: words, chosen: readForm().chosen })
  link.textContent = words
  instead.replaceChildren(answered === null ? 'Возможно, вы искали: ' : 'Показано по запросу: ', link)
}

function ask(): void {
  shown = PAGE_SIZE
  const question = readForm()
  history.replaceState(null, '', `${location.pathname}${writeQuestion(question)}`)
  showChosen()
  void run(question)
}

/** The numbers beside the choices are loaded when somebody opens a filter for the first time. */
function countResults(): void {
  counting = true
  void run(readForm())
}

let pause: ReturnType<typeof setTimeout> | undefined
input.addEventListener('focus', () => void prepare().catch(forget), { once: true })
input.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(ask, TYPING_PAUSE_MS)
})
filters.addEventListener('change', ask)
filters.addEventListener('toggle', countResults, { capture: true, once: true })
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(pause)
  ask()
})
more.addEventListener('click', () => {
  const first = results.children.length
  shown += PAGE_SIZE
  void run(readForm()).then(() => results.children[first]?.querySelector('a')?.focus())
})

fillForm(readQuestion(location.search))
if (asksSomething(readForm())) void run(readForm())
