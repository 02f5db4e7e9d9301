import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '#scripts/checks/launch-browser.ts'
import { findFaults } from './check-page.ts'
import { testImportTool } from './import-tool.ts'
import { watchForeignRequests } from './watch-foreign-requests.ts'
import { launchKopilka, type Kopilka } from './launch-kopilka.ts'
import { openDocument, pressPublish } from './studio-page.ts'

// One unbroken walk with real parts: each step goes on from where the one before it ended, as people would.

const ROOT = dirname(dirname(import.meta.dirname))
const EXAMPLES = join(ROOT, 'examples')
const SEEDS = join(ROOT, '..', 'shared', 'seeds')
const ROADMAPS = existsSync(SEEDS) ? SEEDS : join(EXAMPLES, 'roadmaps')
/** For a slow machine that does other things too. */
const STEP_MS = 180_000
/** How soon readers must see a change, with the time that a busy machine takes to look. */
const SOON = { timeout: 10_000, interval: 100 }

const PRACTICE = 'practice-tihij-start'
const TITLE = 'Тихий старт урока'
const ADDRESS = '/praktiki/tihij-start-uroka/'
/** The library must find this word of the text in another form of it. */
const WORD = { written: 'колокольчиками', asked: 'колокольчик' }

/** One address of every kind. */
const PAGES = [
  '/',
  '/regiony/',
  '/regiony/zarechnaya-oblast/',
  '/organizacii/',
  '/organizacii/mbou-licej-3/',
  '/organizacii/mbou-licej-3/karta/2026-2027/informacionnaya-podderzhka/',
  '/publikacii/',
  '/praktiki/',
  '/praktiki/masterskaya-nastavnika/',
  '/materialy/',
  '/sborniki/',
  '/poisk/',
  '/kalendar/',
  '/glossarij/',
  '/dokumenty/',
  '/dannye/',
  '/dostupnost/',
]

let kopilka: Kopilka
let browser: Browser
let editor: BrowserContext
let page: Page
/** Addresses of other hosts that any page asked for. */
const foreign: string[] = []

beforeAll(async () => {
  kopilka = await launchKopilka()
  browser = await launchBrowser()
  editor = await openContext()
  page = await editor.newPage()
}, 900_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await page.screenshot({ path: join(tmpdir(), 'kopilka-journey.png') })
})

afterAll(async () => {
  await browser?.close()
  await kopilka?.stop()
}, 60_000)

describe('a roadmap file becomes a page that readers find', { timeout: STEP_MS }, () => {
  let roadmap: DraftRoadmap

  test('the one-time link opens the Studio, once', async () => {
    await signIn(page, kopilka.signInLink)
    const stranger = await openContext()
    const again = await stranger.request.get(kopilka.signInLink, { maxRedirects: 0 })
    expect(again.status()).toBeGreaterThanOrEqual(400)
    await stranger.close()
  })

  test('roadmap files become drafts beside the running server', async () => {
    const files = readdirSync(ROADMAPS).filter((name) => name.endsWith('.txt'))
    const imported = await kopilka.command('import', ...files.map((name) => join(ROADMAPS, name)))
    expect(imported).toMatchObject({ code: 0 })
    expect(await query('count(*[_type == "roadmap" && _id in path("drafts.**")])')).toBe(files.length)
    roadmap = draftRoadmap.parse(await query(DRAFT_ROADMAP))
  })

  test('an editor corrects a deadline and publishes, and readers see it', async () => {
    if (roadmap.organization.draft) {
      const pane = await openDocument(page, kopilka.origin, 'organization', roadmap.organization.id)
      await pane.refer('region', 'Заречная')
      await pane.publish()
    }
    const pane = await openDocument(page, kopilka.origin, 'roadmap', roadmap.id)
    await pane.openGroup('plan')
    for (const list of ['stages', 'activities', 'deadlines']) {
      const items = page.locator(`[data-testid^="field-stages"][data-testid$="${list}"]`)
      await items.getByTestId('default-preview').last().click()
    }
    await page.locator('[data-testid$=".verbatim"] input').last().fill('до 15 мая 2027')
    await expect
      .poll(
        () => query(`*[_id == "drafts.${roadmap.id}"][0].stages[].activities[].deadlines[].verbatim`),
        SOON,
      )
      .toContain('до 15 мая 2027')
    await page.keyboard.press('Escape')
    await pane.publish()
    await expect.poll(() => read(roadmap.address), SOON).toContain('15\u00A0мая')
  })

  test('names of people without consent are on no page of the roadmap', async () => {
    const names = z.array(z.string()).parse(await query('*[_type == "person" && !defined(consent)].name'))
    expect(names.length).toBeGreaterThan(0)
    const html = await read(roadmap.address)
    for (const name of names) expect(html).not.toContain(name.split(' ')[0])
  })

  test('every kind of page is whole on a phone and free of barriers', async () => {
    const phone = await openContext({ width: 360, height: 740 })
    const faults: Record<string, string[]> = {}
    for (const path of [...PAGES, roadmap.address]) {
      const found = await findFaults(phone, `${kopilka.origin}${path}`)
      if (found.length > 0) faults[path] = found
    }
    await phone.close()
    expect(faults).toEqual({})
  })

  test('a practice with picture, file, text and its school is made and published', async () => {
    const pane = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    await pane.fill('title', TITLE)
    await pane.field('slug').getByRole('button', { name: 'Создать' }).click()
    await pane.refer('organization', 'лицей № 3')
    await pane.fill('problem', 'Молодой учитель теряется, когда класс шумит.')
    await pane.fill('goal', 'Начать урок без крика.')
    await pane.field('audience').getByText('Школа').first().click()
    await pane.field('form').locator('select').selectOption({ label: 'учитель – учитель' })
    await pane.openGroup('how')
    await pane.field('body').getByTestId('pt-editor').click()
    await page.keyboard.type(`Договоримся с ${WORD.written} на каждой парте.`)
    await pane.openGroup('files')
    const picture = page.getByTestId('image-input')
    await picture.locator('input[type=file]').setInputFiles(firstFile('images', '.webp'))
    await picture.locator('img').waitFor()
    await pane.fill('image.alt', 'Колокольчик на парте')
    await pane
      .field('files')
      .getByRole('button', { name: /Добавить/ })
      .click()
    await page.locator('[data-testid$="].title"] input').fill('План первого урока')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(firstFile('files', '.docx'))
    await expect
      .poll(() => query(`*[_id == "drafts.${PRACTICE}"][0].files[0].file.asset._ref`), SOON)
      .toMatch(/^file-/)
    await page.keyboard.press('Escape')
    await pane.publish()
    await page.getByTestId('site-status').getByText('На сайте: обновлено').waitFor()
    await expect.poll(() => read(ADDRESS), SOON).toContain(WORD.written)
    const html = await read(ADDRESS)
    expect(html).toContain('Колокольчик на парте')
    expect(html).toContain('План первого урока')
    for (const address of html.match(/\/(?:images|files)\/local\/production\/[^"\s]+/g) ?? []) {
      expect({ address, status: (await readAs(address)).status }).toEqual({ address, status: 200 })
    }
  })

  test('what is typed while a document is being published neither stops that nor is lost', async () => {
    const pane = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    const { promise: typed, resolve: goOn } = Promise.withResolvers<void>()
    const publishing = /\/actions\/.*document\.publish/
    await page.route(publishing, (route) => typed.then(() => route.continue()))
    await pane.fill('goal', 'Начать урок тихо.')
    const asked = page.waitForRequest(publishing)
    const published = pane.publish()
    await asked
    await pane.fill('problem', 'Класс шумит до звонка.')
    goOn()
    await published
    await page.unroute(publishing)
    await expect.poll(() => query(`*[_id == "${PRACTICE}"][0].goal`), SOON).toBe('Начать урок тихо.')
    await expect
      .poll(() => query(`*[_id in ["${PRACTICE}", "drafts.${PRACTICE}"]].problem`), SOON)
      .toContain('Класс шумит до звонка.')
    expect(await pane.field('problem').locator('textarea').inputValue()).toBe('Класс шумит до звонка.')
  })

  test('a title, a link and a tick record a publication', async () => {
    await page.goto(`${kopilka.origin}/studio/structure/organization;organization-mbou-licej-3;coverage`)
    await page.getByTestId('action-intent-button').last().click()
    const form = page.getByTestId('form-view')
    await form.getByTestId('field-title').locator('input').fill('Памятка разошлась за час')
    await form.getByTestId('field-url').locator('input').fill('https://vk.com/wall-1_77')
    await form.getByTestId('field-activities').getByRole('checkbox').nth(3).check({ force: true })
    await expect
      .poll(
        () => query('*[_type == "coverage" && title match "Памятка*"][0]{channel, "address": slug.current}'),
        SOON,
      )
      .toEqual({ channel: 'vk', address: 'pamyatka-razoshlas-za-chas' })
    await pressPublish(page)
    await expect.poll(() => read('/publikacii/pamyatka-razoshlas-za-chas/'), SOON).toContain('ВКонтакте')
  })

  test('the search page finds it by another form of a word, by keyboard alone', async () => {
    const reader = await openContext()
    const search = await reader.newPage()
    const hit = search.locator(`main a[href="${ADDRESS}"]`)
    await expect.poll(() => askByKeyboard(search, hit), SOON).toBe(true)
    while (!(await search.evaluate(isFocusedOn, ADDRESS))) await search.keyboard.press('Tab')
    await search.keyboard.press('Enter')
    await search.waitForURL(`**${ADDRESS}`)
    expect(await search.title()).toContain(TITLE)
    await reader.close()
  })

  test('a document that others refer to cannot be deleted', async () => {
    const school = await query(`*[_id == "${PRACTICE}"][0].organization._ref`)
    const pane = await openDocument(page, kopilka.origin, 'organization', String(school))
    await pane.choose(/Удалить/)
    await page.getByTestId('confirm-button').click()
    await page.getByText('Документ удалить не удалось').first().waitFor()
    expect(await query(`count(*[_id == "${String(school)}"])`)).toBe(1)
  })

  test('history shows the edits and brings a version back', async () => {
    const pane = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    await pane.fill('title', 'Громкий старт урока')
    await pane.publish()
    await expect.poll(() => read(ADDRESS), SOON).toContain('Громкий старт урока')
    await pane.chooseAbove(/^История/)
    const published = page.getByTestId('timeline-item-button').filter({ hasText: 'Опубликовано' })
    await published.nth(1).click()
    await page.getByTestId('action-вернутьэтуверсию').click()
    await page.getByRole('button', { name: 'Подтвердить' }).click()
    await expect.poll(() => query(`*[_id == "drafts.${PRACTICE}"][0].title`), SOON).toBe(TITLE)
    await openDocument(page, kopilka.origin, 'practice', PRACTICE).then((restored) => restored.publish())
    await expect.poll(() => read(ADDRESS), SOON).toContain(TITLE)
  })

  test('a click on a text of the preview opens its field', async () => {
    const preview = encodeURIComponent(`${kopilka.origin}/preview${ADDRESS}`)
    await page.goto(`${kopilka.origin}/studio/presentation?preview=${preview}`)
    const heading = page.frameLocator('iframe').locator('h1')
    await expect
      .poll(async () => {
        await heading.click()
        return page.url()
      }, SOON)
      .toContain(`${PRACTICE}/title?`)
    expect(await page.locator('input#title').inputValue()).toBe(TITLE)
  })

  test('two editors in one document see each other and lose nothing', async () => {
    const added = await kopilka.command('user', 'add', 'sekretar', '--role', 'editor')
    const other = await openContext()
    const beside = await other.newPage()
    await signIn(
      beside,
      added.stdout
        .trim()
        .split(/\s+/)
        .find((word) => word.startsWith('http')) ?? '',
    )
    const mine = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    const theirs = await openDocument(beside, kopilka.origin, 'practice', PRACTICE)
    await mine.fill('goal', 'Цель от первого редактора.')
    await theirs.fill('problem', 'Трудность от второго редактора.')
    await theirs.field('goal').locator('textarea').filter({ hasText: 'первого' }).waitFor()
    await mine.field('problem').locator('textarea').filter({ hasText: 'второго' }).waitFor()
    await expect
      .poll(() => query(`*[_id == "drafts.${PRACTICE}"][0]{goal, problem}`), SOON)
      .toEqual({ goal: 'Цель от первого редактора.', problem: 'Трудность от второго редактора.' })
    await page.getByLabel('sekretar сейчас правит этот документ').first().waitFor()
    await other.close()
  })

  test('four tabs with documents open still work', async () => {
    const practices = z
      .array(z.string())
      .parse(await query('*[_type == "practice" && !(_id in path("drafts.**"))][0...3]._id'))
    const tabs = await Promise.all(
      practices.map(async (id) => openDocument(await editor.newPage(), kopilka.origin, 'practice', id)),
    )
    const here = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    for (const tab of tabs) expect(await tab.field('title').locator('input').inputValue()).not.toBe('')
    await here.openGroup('how')
    await here.fill('time', '5 минут в начале урока')
    await here.publish()
    await expect.poll(() => read(ADDRESS), SOON).toContain('5\u00A0минут')
    await Promise.all(tabs.map((tab) => tab.page.close()))
  })

  test('unpublishing takes it off the page, the list, the sitemap and the search', async () => {
    const pane = await openDocument(page, kopilka.origin, 'practice', PRACTICE)
    expect(await read('/praktiki/')).toContain(ADDRESS)
    expect(await read('/sitemap.xml')).toContain(ADDRESS)
    await pane.choose(/Снять с публикации/)
    await page.getByRole('button', { name: 'Снять с публикации' }).click()
    await expect.poll(async () => (await readAs(ADDRESS)).status, SOON).toBe(404)
    await expect.poll(() => read('/praktiki/'), SOON).not.toContain(ADDRESS)
    expect(await read('/sitemap.xml')).not.toContain(ADDRESS)
    const reader = await openContext()
    const search = await reader.newPage()
    const hits = async () => {
      await search.goto(`${kopilka.origin}/poisk/?q=${encodeURIComponent(WORD.asked)}`)
      await search.getByRole('status').filter({ hasText: /наш/i }).waitFor()
      return search.locator(`main a[href="${ADDRESS}"]`).count()
    }
    await expect.poll(hits, SOON).toBe(0)
    await reader.close()
  })

  testImportTool(() => ({ page, origin: kopilka.origin, query }))

  test('no page of site or Studio asked another host for anything', () => {
    expect(foreign).toEqual([])
  })

  test('Ctrl-C ends it in order', async () => {
    await browser.close()
    expect(await kopilka.stop()).toBe(0)
  })
})

/** Its school is known, or waits for a region that is known. */
const DRAFT_ROADMAP = `*[_type == "roadmap" && _id in path("drafts.**") && defined(stages[-1].activities[-1].deadlines[0])]{
  "id": string::split(_id, "drafts.")[1],
  "title": title,
  "organization": {
    "id": organization._ref,
    "draft": count(*[_id == ^.organization._ref]) == 0
  },
  "owner": *[_id in [^.organization._ref, "drafts." + ^.organization._ref]][0]{slug, region},
  "address": "/organizacii/" + *[_id in [^.organization._ref, "drafts." + ^.organization._ref]][0].slug.current + "/karta/" + slug.current + "/"
}[defined(owner) && (!organization.draft || !defined(owner.region))] | order(title asc)[0]`

const draftRoadmap = z.object({
  id: z.string(),
  organization: z.object({ id: z.string(), draft: z.boolean() }),
  address: z.string(),
})
type DraftRoadmap = z.infer<typeof draftRoadmap>

/** A browser of somebody else: no cookies of the others; what it asks of other hosts is noted. */
async function openContext(viewport = { width: 1400, height: 1000 }): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'ru-RU', viewport })
  context.setDefaultTimeout(STEP_MS / 6)
  watchForeignRequests(context, kopilka.origin, foreign)
  return context
}

/** Follows a one-time link and waits for the Studio. */
async function signIn(tab: Page, link: string): Promise<void> {
  await tab.goto(link)
  await tab.getByTestId('studio-navbar').waitFor()
}

/** Asks the lake with the editor's cookie, as the Studio does; drafts included. */
async function query(groq: string): Promise<unknown> {
  const parameters = new URLSearchParams({ query: groq, perspective: 'raw' })
  const answer = await editor.request.get(
    `${kopilka.origin}/v2025-02-19/data/query/production?${parameters.toString()}`,
  )
  return z.object({ result: z.unknown() }).parse(await answer.json()).result
}

/** What anyone gets at an address. */
async function readAs(path: string): Promise<Response> {
  return fetch(new URL(path, kopilka.origin))
}

async function read(path: string): Promise<string> {
  return (await readAs(path)).text()
}

/** Opens the search page, asks with the keyboard alone, and says whether the hit comes. */
async function askByKeyboard(tab: Page, hit: Locator): Promise<boolean> {
  await tab.goto(`${kopilka.origin}/poisk/`)
  await tab.keyboard.press('Tab')
  while (!(await tab.evaluate(isSearchField))) await tab.keyboard.press('Tab')
  await tab.keyboard.type(WORD.asked)
  await tab.keyboard.press('Enter')
  return hit
    .first()
    .waitFor({ timeout: 3000 })
    .then(
      () => true,
      () => false,
    )
}

/** Path of a picture or file of the examples. */
function firstFile(folder: string, extension: string): string {
  const name = readdirSync(join(EXAMPLES, folder)).find((file) => file.endsWith(extension)) ?? ''
  return join(EXAMPLES, folder, name)
}

/** Run in the page. */
function isSearchField(): boolean {
  return document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'search'
}

function isFocusedOn(address: string): boolean {
  return document.activeElement instanceof HTMLAnchorElement && document.activeElement.pathname === address
}
