const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

/**
 * Headers of every page for readers. Nothing is loaded from other hosts; styles stand in the page; the search is
 * WebAssembly; only our own origin (the Studio's preview) may show a page in a frame.
 */
export const SITE_SECURITY_HEADERS = {
  'Content-Security-Policy': [...POLICY, "frame-ancestors 'self'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const satisfies Record<string, string>

/** Headers of blocks that are made for other sites: any of them may show one in a frame. */
export const EMBED_HEADERS = {
  ...SITE_SECURITY_HEADERS,
  'Content-Security-Policy': [...POLICY, 'frame-ancestors *'].join('; '),
} as const satisfies Record<string, string>
