/** The canvas engine tells this host once, from https pages without a key, that it is running. */
const ENGINE_HOST = 'https://cdn.tldraw.com/'

/**
 * Answers the engine's own message to its maker here, since no page of Contour calls another host. The page policy
 * would refuse it too, but loudly and with an uncaught error. Neither the mark nor the check of keys is touched.
 */
export function keepRequestsHome(): () => void {
  const original = window.fetch
  const keptHome: typeof fetch = (input, options) => {
    const address = input instanceof Request ? input.url : String(input)
    if (address.startsWith(ENGINE_HOST)) return Promise.resolve(new Response(null, { status: 204 }))
    return original(input, options)
  }
  window.fetch = keptHome
  return () => {
    if (window.fetch === keptHome) window.fetch = original
  }
}
