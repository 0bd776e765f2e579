import type { Editor, SvgExportContext } from 'tldraw'
import { fontFacesFor } from './font-faces'

/** Puts the letters this text needs into the picture, so that it looks the same where Inter is not installed. */
export function embedFonts(editor: Editor, context: SvgExportContext, text: string): void {
  for (const font of fontFacesFor(text)) {
    context.addExportDef({
      key: font.src.url,
      getElement: async () => <style>{await editor.fonts.toEmbeddedCssDeclaration(font)}</style>,
    })
  }
}
