/** What a reader can change, with the attribute of the root that stands for it; the first option is none. */
const settings = [
  {
    key: 'size',
    title: 'Размер букв',
    options: [
      ['', 'Обычный'],
      ['large', 'Крупный'],
      ['huge', 'Очень крупный'],
    ],
  },
  {
    key: 'contrast',
    title: 'Цвета',
    options: [
      ['', 'Обычные'],
      ['black', 'Чёрным по белому'],
      ['white', 'Белым по чёрному'],
      ['blue', 'Синим по голубому'],
      ['beige', 'Коричневым по бежевому'],
      ['green', 'Зелёным по коричневому'],
    ],
  },
  {
    key: 'letters',
    title: 'Между буквами',
    options: [
      ['', 'Обычно'],
      ['wide', 'Шире'],
      ['widest', 'Очень широко'],
    ],
  },
  {
    key: 'lines',
    title: 'Между строками',
    options: [
      ['', 'Обычно'],
      ['wide', 'Шире'],
      ['widest', 'Очень широко'],
    ],
  },
  {
    key: 'font',
    title: 'Шрифт',
    options: [
      ['', 'Без засечек'],
      ['serif', 'С засечками'],
    ],
  },
  {
    key: 'pictures',
    title: 'Картинки',
    options: [
      ['', 'Цветные'],
      ['grey', 'Чёрно-белые'],
      ['off', 'Заменить словами'],
    ],
  },
] as const

const root = document.documentElement
const prefix = 'kopilka-'

/** Where choices are kept; some browsers forbid it, then they last as long as the page. */
function remember(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
  } catch {}
}

function recall(key: string): string {
  try {
    return localStorage.getItem(prefix + key) ?? ''
  } catch {
    return ''
  }
}

function apply(key: string, value: string): void {
  if (value === '') delete root.dataset[key]
  else root.dataset[key] = value
}

function buildPanel(): HTMLFormElement {
  const panel = document.createElement('form')
  panel.className = 'low-vision-panel container'
  panel.setAttribute('aria-label', 'Настройки для слабовидящих')
  for (const { key, title, options } of settings) {
    const group = panel.appendChild(document.createElement('fieldset'))
    group.appendChild(document.createElement('legend')).textContent = title
    for (const [value, words] of options) {
      const label = group.appendChild(document.createElement('label'))
      if (value !== '') label.dataset[key] = value
      const input = label.appendChild(document.createElement('input'))
      Object.assign(input, { type: 'radio', name: key, value, defaultChecked: value === '' })
      input.checked = recall(key) === value
      label.append(words)
    }
  }
  panel.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    apply(target.name, target.value)
    remember(target.name, target.value)
  })
  panel.addEventListener('reset', () => {
    for (const { key } of settings) {
      apply(key, '')
      remember(key, '')
    }
  })
  const reset = panel.appendChild(document.createElement('button'))
  Object.assign(reset, { type: 'reset', className: 'button', textContent: 'Обычная версия' })
  return panel
}

for (const { key } of settings) apply(key, recall(key))

const button = document.getElementById('low-vision')
let panel: HTMLFormElement | undefined
button?.setAttribute('role', 'button')
button?.setAttribute('aria-expanded', 'false')

function toggle(event: Event): void {
  event.preventDefault()
  if (panel === undefined) {
    panel = buildPanel()
    button?.closest('header')?.append(panel)
  } else panel.hidden = !panel.hidden
  button?.setAttribute('aria-expanded', String(!panel.hidden))
  if (!panel.hidden) panel.querySelector<HTMLInputElement>('input:checked')?.focus()
}

button?.addEventListener('click', toggle)
button?.addEventListener('keydown', (event) => {
  if (event.key === ' ') toggle(event)
})
