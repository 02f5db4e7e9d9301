/** Sends a request to the lake in process. */
export type Call = (path: string, init?: RequestInit) => Promise<Response>

export interface WriteResult {
  /** Durable transactions of one document, many at a time. */
  writesPerSecond: number
  /** From the answer to the writer to the event at the last of the listeners, ms; 0 when the event came first. */
  listenerDelayP99Ms: number
}

const AT_ONCE = 50

/** Writes while listeners listen. */
export async function measureWrites(
  call: Call,
  ids: readonly string[],
  listeners: number,
): Promise<WriteResult> {
  const arrivals = new Map<string, number>()
  const stops = await Promise.all(Array.from({ length: listeners }, () => listen(call, arrivals)))
  const answered = new Map<string, number>()
  const started = performance.now()
  for (let place = 0; place < ids.length; place += AT_ONCE) {
    await Promise.all(
      ids
        .slice(place, place + AT_ONCE)
        .map((id, index) => write(call, id, `bench-write-${place + index}`, answered)),
    )
  }
  const took = performance.now() - started
  while (arrivals.size < answered.size) await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  await Promise.all(stops.map((stop) => stop()))
  const delays = [...answered].map(([id, time]) => Math.max(0, (arrivals.get(id) ?? Number.NaN) - time))
  const sorted = delays.toSorted((one, other) => one - other)
  return {
    writesPerSecond: (ids.length / took) * 1_000,
    listenerDelayP99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
  }
}

/** Writes one document, durably. */
export async function write(
  call: Call,
  id: string,
  transactionId: string,
  answered: Map<string, number>,
): Promise<void> {
  const mutations = [{ patch: { id, set: { note: transactionId } } }]
  const response = await call('/data/mutate/production', {
    method: 'POST',
    body: JSON.stringify({ mutations, transactionId }),
  })
  if (!response.ok) throw new Error(await response.text())
  await response.arrayBuffer()
  answered.set(transactionId, performance.now())
}

/** Notes when the events of transactions arrive. Resolves once the listener is welcomed. @returns ends it */
export async function listen(call: Call, arrivals: Map<string, number>): Promise<() => Promise<void>> {
  const response = await call('/data/listen/production?query=*&includeMutations=false')
  const reader = response.body?.getReader()
  if (!reader) throw new Error('The listener got no stream')
  const hear = async () => {
    const { done, value } = await reader.read()
    const now = performance.now()
    for (const [, id = ''] of Buffer.from(value ?? [])
      .toString()
      .matchAll(/^id: (.+)#/gm))
      arrivals.set(id, now)
    return !done
  }
  await hear()
  const listening = (async () => {
    while (await hear());
  })()
  return async () => {
    await reader.cancel()
    await listening
  }
}
