import { expect, test } from 'vitest'
import { formatPlanPeriod } from './plan-period.ts'

test.each([
  ['2024-01-01', '2024-12-31', '2024 год'],
  ['2024-01-01', '2025-12-31', '2024–2025 годы'],
  ['2024-09-01', '2025-05-31', '2024/25 учебный год'],
  ['2024-09-01', '2025-06-30', '2024/25 учебный год'],
  ['2022-04-30', '2023-04-30', '30 апреля 2022 — 30 апреля 2023'],
])('from %s to %s is «%s»', (start, end, words) => {
  expect(formatPlanPeriod({ start, end }, '').replaceAll('\u00A0', ' ')).toBe(words)
})

test.each([
  ['2022', '2022 год'],
  ['2024-2025', '2024–2025 годы'],
  ['novaya', 'novaya'],
])('without a period %s is «%s»', (slug, words) => {
  expect(formatPlanPeriod(null, slug).replaceAll('\u00A0', ' ')).toBe(words)
})
