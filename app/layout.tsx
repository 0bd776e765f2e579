import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@fontsource-variable/inter'
import '@/components/ui/tokens.css'
import '@/components/ui/base.css'
import { TooltipProvider } from '@/components/ui/overlays/tooltip'
import { readPageSettings } from '@/server/web'
import { requestTheme } from './request-theme'

export const metadata: Metadata = {
  title: { default: 'Contour', template: '%s · Contour' },
  description: 'Place your initiatives on the shape of their effort and value, together.',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#16181d' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Every page is made per request: the nonce of the security policy is in the request, and a page made at build
  // time would carry none and stay white.
  await connection()
  const theme = await requestTheme()
  const { hasProbe } = readPageSettings()
  return (
    <html
      lang="en"
      {...(theme && { 'data-theme': theme })}
      {...(hasProbe && { 'data-probe': 'on' })}
      suppressHydrationWarning
    >
      <body className="contour">
        <TooltipProvider>{children}</TooltipProvider>
      </body>
    </html>
  )
}
