'use client'

import dynamic from 'next/dynamic'
import type { CanvasProps } from '../canvas'
import { CanvasLoading } from './canvas-loading'

// The editor runs in a browser only, and is most of what a page has to load: everything else is drawn before it.
const Canvas = dynamic(() => import('../canvas').then(({ Canvas }) => Canvas), {
  ssr: false,
  loading: CanvasLoading,
})

/** The canvas of a board, fetched when it is needed. It fills the nearest positioned ancestor. */
export function CanvasLoader(props: CanvasProps): React.ReactNode {
  return <Canvas {...props} />
}
