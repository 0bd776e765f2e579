import { useEditor, useValue } from 'tldraw'

/** Whether the page is dark, as it is now: colours of teams are published for white paper. */
export function useDarkPage(): boolean {
  const editor = useEditor()
  return useValue('dark page', () => editor.user.getIsDarkMode(), [editor])
}
