import { NO_BREAK_SPACE } from '#content/text/typography.ts'

/** A name whose parts stay on one line. Its letters and points stay as they are written. */
export function setName(name: string): string {
  return name.trim().replaceAll(/\s+/g, NO_BREAK_SPACE)
}
