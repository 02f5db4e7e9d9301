/** The part of a web stream that reading needs; browsers', Node's and the client's own streams all have it. */
interface ByteStream {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }> }
}

/** Lines of a UTF-8 stream as they arrive, without empty ones. */
export async function* readLines(stream: ByteStream): AsyncIterable<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield line
    if (done) break
  }
  if (rest.trim() !== '') yield rest
}
