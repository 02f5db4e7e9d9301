/** Words with their place on a page, in points from its upper left corner. */
export interface PlacedWords {
  text: string
  left: number
  /** The line that letters stand on. */
  baseline: number
  width: number
  /** Height of the letters. */
  height: number
  /** Words set from bottom to top or from top to bottom; `left` and `baseline` are where they begin. */
  turned?: 'up' | 'down'
}

/** A straight line of a page: horizontal when its ends share `top`, else vertical. */
export interface Rule {
  left: number
  right: number
  top: number
  bottom: number
}

/** What a page shows, turned so that most of its words stand upright. */
export interface PageMarks {
  width: number
  height: number
  words: PlacedWords[]
  rules: Rule[]
}

/** Whether a rule runs from left to right. */
export function isHorizontal(rule: Rule): boolean {
  return rule.right - rule.left >= rule.bottom - rule.top
}
