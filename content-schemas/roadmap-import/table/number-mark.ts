const NUMBER_MARK = /^\s*\(?(?:№\s*)?(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXІХ]{1,5})\s*[.)]?\s*$/

/** Whether a cell holds nothing but a row's number: «1», «2.4.», «3)», «IV». */
export function isNumberMark(text: string): boolean {
  return NUMBER_MARK.test(text)
}

/** The number without its sign: «2.4.» → `2.4`; null when the cell is no number. */
export function readNumberMark(text: string): string | null {
  return NUMBER_MARK.exec(text)?.[1] ?? null
}

/** Takes «I.», «1)», «Этап 2.», «Раздел III:» off the front of a section's heading. */
export function splitNumberedHeading(heading: string): { number: string | null; title: string } {
  const match =
    /^\s*(?:(?:этап|раздел|блок|направление|модуль|часть)\s*(?:№\s*)?(\d{1,2}|[IVXІХ]{1,5})\s*[.:)–—-]*\s*|(\d{1,2}(?:\.\d{1,2})?|[IVXІХ]{1,5})(?:\s*[.)]\s*|\s+(?=этап))|(\d{1,2}|[IVXІХ]{1,5})\s*[-–—]\s+)(?=\S)/iu.exec(
      heading,
    )
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? null
  return { number, title: match ? heading.slice(match[0].length) : heading }
}
