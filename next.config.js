/** Hosts that may reach the development server besides localhost: where people are told to open Contour. */
function developmentOrigins() {
  const origin = process.env.CONTOUR_ORIGIN
  const hosts = ['127.0.0.1']
  if (origin && URL.canParse(origin)) hosts.push(new URL(origin).hostname)
  return hosts
}

/** @type {import('next').NextConfig} */
const config = {
  allowedDevOrigins: developmentOrigins(),
  devIndicators: false,
  // Boards serve their images themselves; nobody needs a server that resizes what it is told to.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks types, of tests too; who only starts Contour should not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The process has loaded these for its own work: a second copy in the pages warns in the log, and is one too many.
  serverExternalPackages: ['@tldraw/store', '@tldraw/tlschema', '@tldraw/utils', '@tldraw/validate'],
  turbopack: { root: import.meta.dirname },
  experimental: { optimizePackageImports: ['radix-ui'] },
}

export default config
