const addresses = new WeakMap<Request, string>()

/** Remembers from where a request came. @param address as the connection or a trusted proxy says */
export function noteAddress(request: Request, address: string): void {
  addresses.set(request, shorten(address))
}

/**
 * From where a request came: an IPv4 address, or the first half of an IPv6 one, which is what one household has.
 * Empty when that is not known, as for requests within the process.
 */
export function addressOf(request: Request): string {
  return addresses.get(request) ?? ''
}

function shorten(address: string): string {
  const plain = address === '::1' ? '127.0.0.1' : address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const rest = tail?.split(':').filter((group) => group !== '') ?? []
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length
  const all = [...groups, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...rest]
  return `${all.slice(0, 4).join(':')}::`
}
