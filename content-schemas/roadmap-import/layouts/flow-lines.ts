/** A line of a text that a reader of pages printed cell by cell. */
export interface FlowLine {
  text: string
  /** Lines between two blank ones: they stand under each other on the page, or beside each other from left to right. */
  flow: number
  page: number
  /** The first line of its flow. */
  first: boolean
}

/** Lines with words, each with its page and its flow. */
export function splitFlows(text: string): FlowLine[] {
  const lines: FlowLine[] = []
  let flow = 0
  let open = false
  for (const [page, words] of text.split('\f').entries()) {
    open = false
    for (const line of words.split('\n')) {
      const trimmed = line.replaceAll(/\s+/g, ' ').trim()
      if (trimmed === '') {
        open = false
        continue
      }
      if (!open) flow += 1
      lines.push({ text: trimmed, flow, page, first: !open })
      open = true
    }
  }
  return lines
}
