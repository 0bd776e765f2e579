/** The security headers of every answer of ours. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** The policy of uploaded files: an image opened by itself can run nothing and load nothing. */
export const ASSET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** The policy of the files of the build. */
export const FILE_POLICY = "default-src 'self'"

/** The content security policy of a page. The nonce is fresh for each request; development needs eval for reloading. */
export function pagePolicy(nonce: string, host: string, isDevelopment: boolean): string {
  const scripts = isDevelopment ? `'self' 'nonce-${nonce}' 'unsafe-eval'` : `'self' 'nonce-${nonce}'`
  // Older Safari does not count ws: to 'self'.
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' data: blob:${sockets}`,
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
