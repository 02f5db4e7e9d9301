import { z } from 'zod'

const release = z.object({ name: z.string(), madeAt: z.string(), live: z.boolean(), followed: z.boolean() })

/** What the server says of the site as a whole; see `/publisher/overview`. */
export const overviewAnswer = z.object({
  state: z.enum(['idle', 'publishing', 'failing']),
  held: z.string().nullable(),
  notice: z.string().nullable(),
  pages: z.number(),
  waiting: z.number(),
  pendingPages: z.number(),
  publishedAt: z.string().nullable(),
  problem: z.string().nullable(),
  failures: z.array(z.object({ path: z.string(), problem: z.string(), since: z.string() })),
  failureCount: z.number(),
  rejected: z.array(z.object({ id: z.string(), type: z.string(), problems: z.array(z.string()) })),
  rejectedCount: z.number(),
  releases: z.array(release),
  disk: z.object({ releases: z.number().nullable(), free: z.number().nullable() }),
})

export type Overview = z.infer<typeof overviewAnswer>
export type Release = z.infer<typeof release>

const refusal = z.object({ error: z.string() })

/** Asks how the site is doing. @throws Error with words for the administrator */
export async function fetchOverview(): Promise<Overview> {
  return overviewAnswer.parse(await askPublisher('overview'))
}

/** What an administrator may ask of the publisher. */
export type Order = { action: 'rollback'; release: string } | { action: 'resume' } | { action: 'keep' }

/** Has an order carried out. @throws Error with words for the administrator */
export async function giveOrder(order: Order): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  await askPublisher('releases', { method: 'POST', headers, body: JSON.stringify(order) })
}

async function askPublisher(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(`/publisher/${path}`, init).catch(() => null)
  if (response === null) throw new Error('Сервер не отвечает. Проверьте связь и повторите.')
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer
  throw new Error(refusal.safeParse(answer).data?.error ?? 'Не получилось. Обновите страницу и повторите.')
}
