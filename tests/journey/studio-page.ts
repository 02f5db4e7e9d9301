import type { Locator, Page } from 'playwright-core'

/** A tab of the Studio with a document open. */
export interface DocumentPane {
  page: Page
  field(name: string): Locator
  /** Shows a group of fields by its name in the schema. */
  openGroup(name: string): Promise<void>
  /** Fills a text field and leaves it. */
  fill(name: string, text: string): Promise<void>
  /** Chooses the first document that a reference field offers for the words. */
  refer(name: string, words: string): Promise<void>
  /** Presses «Опубликовать», once, and waits for the Studio's word that readers see it. */
  publish(): Promise<void>
  /** An entry of the menu beside «Опубликовать». */
  choose(action: RegExp): Promise<void>
  /** An entry of the menu above the form. */
  chooseAbove(entry: RegExp): Promise<void>
}

/** Opens a document, new or not, by its address in the Studio and waits for its form. */
export async function openDocument(
  page: Page,
  origin: string,
  type: string,
  id: string,
): Promise<DocumentPane> {
  await page.goto(`${origin}/studio/intent/edit/id=${id};type=${type}/`)
  const pane = paneOf(page)
  await page.getByTestId('form-view').waitFor()
  return pane
}

function paneOf(page: Page): DocumentPane {
  const field = (name: string) => page.getByTestId(`field-${name}`)
  return {
    page,
    field,
    openGroup: (name) => page.getByTestId(`group-tab-${name}`).click(),
    async fill(name, text) {
      const input = field(name).locator('input, textarea').first()
      await input.fill(text)
      await input.blur()
    },
    async refer(name, words) {
      const input = page.locator(`input#${name}`)
      await input.fill(words)
      await page.locator(`#${name}-listbox`).getByRole('option').first().getByRole('button').click()
    },
    publish: () => pressPublish(page),
    choose: (action) => chooseFrom(page.getByTestId('action-menu-button'), action),
    chooseAbove: (entry) =>
      chooseFrom(page.getByTestId('document-pane').getByTestId('pane-context-menu-button').last(), entry),
  }
}

/** Presses «Опубликовать» in the document that is open, once, and waits for the Studio's word that readers see it. */
export async function pressPublish(page: Page): Promise<void> {
  const notice = page.getByText('Уже на сайте').first()
  // One of the document before would be taken for this one's.
  await notice.waitFor({ state: 'hidden' })
  await page.locator('[data-testid="action-опубликовать"]:not([disabled],[data-disabled="true"])').click()
  await notice.waitFor()
}

const OPENINGS = 4
const OPEN_MS = 6000

/** Opens a menu and presses an entry. The Studio shuts a menu when what it offers changes: then it is opened again. */
async function chooseFrom(button: Locator, name: RegExp): Promise<void> {
  const entry = button.page().getByRole('menuitem', { name })
  for (let left = OPENINGS; left > 0; left -= 1) {
    await button.click()
    const pressed = await entry.click({ timeout: OPEN_MS }).then(
      () => true,
      () => false,
    )
    if (pressed) return
  }
  throw new Error(`The menu offers no ${name.source}`)
}
