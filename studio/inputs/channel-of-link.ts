import type { ChannelKey } from '#content/vocabulary/channels.ts'

/** Hosts of services, and what their links are publications on. */
const SERVICES: Readonly<Record<string, ChannelKey>> = {
  'vk.com': 'vk',
  'vk.ru': 'vk',
  'vkvideo.ru': 'vk',
  'ok.ru': 'ok',
  't.me': 'telegram',
  'telegram.me': 'telegram',
}

/**
 * The channel that a link leads to: a service by its host, the organisation's own site by its address.
 * @returns null for other hosts, and while the link is not one yet
 */
export function channelOfLink(link: string, ownSite: string | null): ChannelKey | null {
  const host = hostOf(link)
  if (host === null) return null
  const service = Object.entries(SERVICES).find(([name]) => host === name || host.endsWith(`.${name}`))
  if (service !== undefined) return service[1]
  return ownSite !== null && hostOf(ownSite) === host ? 'site' : null
}

function hostOf(link: string): string | null {
  return URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : null
}
