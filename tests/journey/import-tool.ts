import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dropFile, pasteTable } from '#scripts/examples/give-to-import-tool.ts'
import { EXAMPLE_ROWS, exampleClipboard, writeExampleDocx } from '#scripts/examples/roadmap-to-import.ts'

/** What the steps work with; asked for when they run. */
interface Studio {
  page: Page
  origin: string
  /** Asks the lake, drafts included. */
  query: (groq: string) => Promise<unknown>
}

const ROADMAP = 'roadmap-mbou-sosh-5-s-yasnoe-2026-2027'
const DRAFT = `*[_id == "drafts.${ROADMAP}"][0]`
const SCHOOL = '*[_type == "organization" && name == "МБОУ «СОШ № 5 с. Ясное»"]'
/** Whom the file makes known. */
const NAMES = '["МБОУ «СОШ № 5 с. Ясное»", "Ясенева О.П."]'
const ACTIVITIES = `${DRAFT}.stages[].activities[]`
const SOON = { timeout: 15_000, interval: 100 }

/** Tests of the tool «Импорт дорожной карты» as editors use it, one after another. */
export function testImportTool(studio: () => Studio): void {
  test('a file dropped before the tool is drawn is read beside its original', async () => {
    const { page, origin } = studio()
    await page.goto(`${origin}/studio/import`, { waitUntil: 'commit' })
    await page.getByTestId('studio-navbar').waitFor()
    await dropFile(page, 'Карта школы.docx', await writeExampleDocx())
    await itemOf(page, 'Назначить куратора').waitFor()
    expect(await page.getByText('МБОУ «СОШ № 5 с. Ясное», новая организация').count()).toBe(1)
    expect(await itemOf(page, 'Назначить куратора').innerText()).toContain('окончание: срок дорожной карты')
  })

  test('pointing at a row shows where it comes from, and the other way round', async () => {
    const { page } = studio()
    await itemOf(page, 'Провести педагогическую мастерскую').hover()
    await expect.poll(() => litWords(page, 'row'), SOON).toContain('Провести педагогическую мастерскую')
    await rowOf(page, 'Рассказать о работе пар').hover()
    await expect.poll(() => litWords(page, 'item'), SOON).toContain('7. Рассказать о работе пар')
    await page.getByRole('region', { name: 'Как понято' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => litWords(page, 'row'), SOON).toContain('Подвести итоги года')
  })

  test('a column is read as what the editor says it is', async () => {
    const { page } = studio()
    await page.getByLabel('Что стоит в столбце «Чем закончилось»').selectOption({ label: 'Документы' })
    const row = itemOf(page, 'Издать приказ')
    await expect.poll(() => row.innerText(), SOON).toContain('Документы: Приказ № 41')
  })

  test('a row can be left out and brought back', async () => {
    const { page } = studio()
    await itemOf(page, 'Посещать уроки')
      .getByRole('button', { name: /^Исправить/ })
      .click()
    await page.getByRole('menuitem', { name: 'Не читать эту строку' }).click()
    await expect.poll(() => itemOf(page, 'Посещать уроки').count(), SOON).toBe(0)
    await page.getByRole('button', { name: /^Вернуть/ }).click()
    await itemOf(page, 'Посещать уроки').waitFor()
  })

  test('warnings are walked through by keyboard, each with its place', async () => {
    const { page } = studio()
    await page.keyboard.press('F8')
    await page.getByText('1 из 2').waitFor()
    await expect.poll(() => litWords(page, 'row'), SOON).toContain('II квартал')
    await page.getByRole('button', { name: 'Просмотрено, дальше' }).click()
    await page.getByText('2 из 2').waitFor()
    await expect.poll(() => litWords(page, 'item'), SOON).toContain('не указаны')
    await page.keyboard.press('Shift+F8')
    await page.getByRole('button', { name: 'Просмотрено' }).waitFor()
  })

  test('accepting makes one draft with its warnings and its organisation, and opens it', async () => {
    const { page, query } = studio()
    await page.getByRole('button', { name: 'Сделать черновик' }).click()
    await page.getByTestId('form-view').waitFor()
    expect(await query(`count(${ACTIVITIES})`)).toBe(8)
    expect(await query(`count(${DRAFT}.warnings)`)).toBe(2)
    expect(await query(`${ACTIVITIES}.documents[0]`)).toContain('Приказ № 41')
    expect(await query(`count(*[name in ${NAMES}])`)).toBe(2)
    expect(await query(`${SCHOOL}._id`)).toEqual(['drafts.organization-mbou-sosh-5-s-yasnoe'])
  })

  test('what was loaded can be taken back, all of it', async () => {
    const { page, query } = studio()
    await page.getByRole('button', { name: 'Отменить загрузку' }).first().click()
    await page.getByText('Загрузка отменена').first().waitFor()
    expect(await query(`count(*[_id == "drafts.${ROADMAP}" || name in ${NAMES}])`)).toBe(0)
  })

  test('a table pasted from Word becomes a draft once its school and years are written', async () => {
    const { page, origin, query } = studio()
    await page.goto(`${origin}/studio/import`)
    await page.getByLabel('Вставленная таблица').click()
    await pasteTable(page, exampleClipboard())
    await itemOf(page, 'Назначить куратора').waitFor()
    await fill(page, 'Название', 'Дорожная карта наставничества')
    await fill(page, 'Первый день', '01.09.2026')
    await fill(page, 'Краткое название', 'МБОУ «СОШ № 5 с. Ясное»')
    await page.getByLabel('Уровень').selectOption({ label: 'Школа' })
    await itemOf(page, 'Издать приказ').getByText('до 5 сентября 2026').waitFor()
    await page.getByRole('button', { name: 'Сделать черновик' }).click()
    await page.getByTestId('form-view').waitFor()
    expect(await query(`${DRAFT}{title, period}`)).toMatchObject({
      title: 'Дорожная карта наставничества',
      period: { start: '2026-09-01', end: '2027-05-31' },
    })
  })

  test('a file that comes again keeps what editors changed, and shows the difference before', async () => {
    const { page, origin, query } = studio()
    await edit(page, `stages[0].activities[1].text`, 'Назначить двух кураторов')
    await expect.poll(() => query(`${ACTIVITIES}.text`), SOON).toContain('Назначить двух кураторов')
    const changed = EXAMPLE_ROWS.filter(([, text]) => !text?.startsWith('Посещать')).map((row) =>
      row.map((text) =>
        text === 'май' ? 'июнь' : text.replace('Назначить куратора', 'Назначить опытного куратора'),
      ),
    )
    await page.goto(`${origin}/studio/import`)
    await dropFile(page, 'Карта школы.docx', await writeExampleDocx(changed))
    const differences = page.getByRole('region', { name: 'Что изменится' })
    await differences.getByText('правили и вы', { exact: true }).waitFor()
    const words = await differences.innerText()
    expect(words).toContain('4 отличия'.replace(' ', '\u00A0'))
    for (const part of [
      'Назначить двух кураторов',
      'Назначить опытного куратора',
      'июнь',
      'больше нет: строка',
    ])
      expect(words).toContain(part)
    await page.getByRole('button', { name: 'Обновить черновик' }).click()
    await page.getByTestId('form-view').waitFor()
    const texts = await query(`${ACTIVITIES}.text`)
    expect(texts).toContain('Назначить двух кураторов')
    expect(texts).not.toContain('Посещать уроки друг друга и обсуждать их')
    expect(await query(`${ACTIVITIES}.deadlines[0].verbatim`)).toContain('июнь')
  })

  test('taking that back restores the draft as editors had it', async () => {
    const { page, origin, query } = studio()
    await page.goto(`${origin}/studio/import`)
    await page.getByRole('button', { name: 'Отменить загрузку' }).click()
    await page.getByText('Черновик карты снова прежний').first().waitFor()
    const texts = await query(`${ACTIVITIES}.text`)
    expect(texts).toContain('Посещать уроки друг друга и обсуждать их')
    expect(texts).toContain('Назначить двух кураторов')
  })
}

/** A recognised row by its words. */
function itemOf(page: Page, words: string): Locator {
  return page.locator('[data-item]').filter({ hasText: words })
}

/** A row of the original by its words. */
function rowOf(page: Page, words: string): Locator {
  return page.locator('[data-row]').filter({ hasText: words })
}

async function litWords(page: Page, kind: 'row' | 'item'): Promise<string> {
  return (await page.locator(`[data-${kind}][data-lit]`).allInnerTexts()).join('\n')
}

async function fill(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(words)
  await field.blur()
  await expect.poll(() => field.inputValue(), SOON).toBe(words)
}

/** Changes the draft as an editor's form does. */
async function edit(page: Page, path: string, value: string): Promise<void> {
  const status = await page.evaluate(
    async (mutations) => {
      const answer = await fetch('/v2025-02-19/data/mutate/production', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ mutations }),
      })
      return answer.status
    },
    [{ patch: { id: `drafts.${ROADMAP}`, set: { [path]: value } } }],
  )
  expect(status).toBe(200)
}
