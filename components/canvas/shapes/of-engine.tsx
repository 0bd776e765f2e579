import { track } from 'tldraw'

interface OfEngineProps {
  readonly draw: () => React.JSX.Element | null
}

/** A component of its own around what the engine draws of a shape: it calls hooks as it draws. */
export const OfEngine = track(function OfEngine({ draw }: OfEngineProps) {
  return draw()
})
