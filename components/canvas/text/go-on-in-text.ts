import type { TiptapEditor } from 'tldraw'
import type { Draft, TakenDraft } from '../../board/text/drafts'

/** What stands in the text of a shape now; the caret is counted as its editor counts. */
export function draftOfText({ state, view }: TiptapEditor): Draft {
  const { from, to } = state.selection
  return { text: state.doc.textContent, caret: view.hasFocus() ? [from, to] : null }
}

/** Puts the caret where it was in the text of a shape, and types there what came for it while it was away. */
export function goOnInText(text: TiptapEditor, { caret, late }: TakenDraft): void {
  if (!caret) return
  const [from, to] = caret
  text.commands.setTextSelection({ from, to })
  for (const [at, line] of late.split('\n').entries()) {
    if (at > 0) text.commands.keyboardShortcut('Enter')
    if (line !== '') text.view.dispatch(text.state.tr.insertText(line))
  }
}
