import { isVisible, withoutTurns } from '../../text/visible-line'

/** What an initiative is called on the screen: as it is titled, or in a word that it is not. */
export function titleLabel(title: string | undefined): string {
  const shown = withoutTurns(title ?? '')
  return isVisible(shown) ? shown : 'Untitled'
}
