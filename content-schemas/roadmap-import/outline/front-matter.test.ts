import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

/** Reads what stands before a table, given as one text. */
function read(text: string) {
  return readFrontMatter(text.split('\n'), [], '')
}

test.each([
  [
    'Дорожная карта внедрения целевой модели наставничества в МАОУ «Гимназия № 5» на 2024-2025 учебный год',
    'МАОУ «Гимназия № 5»',
    'school',
    '2024-09-01',
    '2025-05-31',
  ],
  [
    'План мероприятий («дорожная карта») по реализации системы наставничества в МБДОУ «Детский сад № 3 «Солнышко» на 2024 год',
    'МБДОУ «Детский сад № 3 «Солнышко»',
    'kindergarten',
    '2024-01-01',
    '2024-12-31',
  ],
  [
    'Дорожная карта реализации наставничества в МКОУ СОШ с. Ивановка на 2023/2024 уч. г.',
    'МКОУ СОШ с. Ивановка',
    'school',
    '2023-09-01',
    '2024-05-31',
  ],
  [
    'ДОРОЖНАЯ КАРТА внедрения системы наставничества МБУ ДО «Дом творчества» на 2022–2025 гг.',
    'МБУ ДО «Дом творчества»',
    'additional',
    '2022-01-01',
    '2025-12-31',
  ],
  [
    'План мероприятий (дорожная карта) по внедрению муниципальной системы наставничества Иловлинского муниципального района на 2023-2025 годы',
    'Иловлинский муниципальный район',
    'municipal',
    '2023-01-01',
    '2025-12-31',
  ],
  [
    'План мероприятий («дорожная карта») по развитию наставничества в Пермском крае на 2024-2026 годы',
    'Пермский край',
    'regional',
    '2024-01-01',
    '2026-12-31',
  ],
  [
    'Дорожная карта региональной системы наставничества Республики Татарстан на период с 01.09.2024 по 31.05.2025',
    'Республика Татарстан',
    'regional',
    '2024-09-01',
    '2025-05-31',
  ],
  [
    'Дорожная карта по наставничеству ГБОУ «Лицей № 101» с сентября 2024 года по май 2025 года',
    'ГБОУ «Лицей № 101»',
    'school',
    '2024-09-01',
    '2025-05-31',
  ],
])('«%s»', (title, organization, level, start, end) => {
  expect(read(title)).toMatchObject({ title, organization, level, period: { start, end } })
})

test('a title over several lines is one; what stands above it is not in it', () => {
  const front = read(`УТВЕРЖДАЮ
Директор МБОУ СОШ № 7
____________ И.И. Сидорова
Приказ от 30.08.2024 № 112-од

ДОРОЖНАЯ КАРТА
по внедрению целевой модели наставничества
в МБОУ СОШ № 7
на 2024-2025 учебный год
`)
  expect(front.title).toBe(
    'ДОРОЖНАЯ КАРТА по внедрению целевой модели наставничества в МБОУ СОШ № 7 на 2024-2025 учебный год',
  )
  expect(front.organization).toBe('МБОУ СОШ № 7')
  expect(front.approval).toEqual({ kind: 'приказ', number: '112-од', date: '2024-08-30' })
  expect(front.period).toEqual({ start: '2024-09-01', end: '2025-05-31' })
})

test('letterspaced and bold words are read as words', () => {
  expect(read('**Д О Р О Ж Н А Я карта** наставничества').title).toBe('ДОРОЖНАЯ карта наставничества')
})

test('the order that approves is told from the acts it is founded on', () => {
  const front = read(`ПРИКАЗ
от «30» августа 2024 г.
№ 88
На основании распоряжения Министерства от 25.12.2019 № Р-145
План мероприятий «Дорожная карта» наставничества`)
  expect(front.approval).toEqual({ kind: 'приказ', number: '88', date: '2024-08-30' })
  expect(front.basis).toEqual(['На основании распоряжения Министерства от 25.12.2019 № Р-145'])
})

test('a rule of the preamble makes rows yearly', () => {
  const front = read(`Дорожная карта наставничества на 2022-2025 годы
Мероприятия, входящие в план, реализуются ежегодно в течение 2022-2025 гг.`)
  expect(front.yearly).toEqual({ until: '2025-12-31' })
  expect(front.preamble).toHaveLength(1)
})

test('the dates of an electronic signature are nobody’s', () => {
  const front = read(`Документ подписан электронной подписью
Сертификат 00A1 действителен с 01.01.2023 до 01.04.2024
Дорожная карта наставничества`)
  expect(front.period).toBeNull()
  expect(front.approval).toBeNull()
})

test('a document without a title says so', () => {
  expect(read('Приложение 1')).toMatchObject({ title: null, organization: null, period: null, level: null })
})
