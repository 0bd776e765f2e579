import type { Editor } from 'tldraw'

/**
 * Lets the browser draw the board before it has unfolded its pictures: where a picture has to be there with the rest,
 * nothing is drawn until all of them are, and forty of 16 million pixels took a quarter of a minute. Answers with the undo.
 */
export function decodeApart(editor: Editor): () => void {
  const container = editor.getContainer()
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) if (added instanceof Element) setApart(added)
    }
  })
  setApart(container)
  observer.observe(container, { childList: true, subtree: true })
  return () => observer.disconnect()
}

function setApart(element: Element): void {
  if (element instanceof HTMLImageElement) element.decoding = 'async'
  for (const image of element.getElementsByTagName('img')) image.decoding = 'async'
}
