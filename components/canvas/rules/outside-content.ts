import {
  AssetRecordType,
  createShapeId,
  defaultHandleExternalExcalidrawContent,
  defaultHandleExternalTextContent,
  MediaHelpers,
  type Editor,
  type TLContent,
  type VecLike,
} from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { strippedExcalidraw, strippedTldraw } from './foreign-content'
import { tell } from './tell'

const IMAGE_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const LARGEST_SIDE_PX = 640

/**
 * What is pasted or dropped from outside: pictures are uploaded, never put into the document; text becomes text;
 * everything else is refused with a sentence. Nothing foreign is fetched, and no foreign markup touches the page.
 */
export function receiveOutsideContent(editor: Editor, client: BoardClient): void {
  const refuse = (sentence: string) => (): void => tell(client, sentence)
  editor.registerExternalContentHandler(
    'files',
    ({ files, point }) => void placeFiles(editor, client, { files, point }),
  )
  editor.registerExternalContentHandler(
    'file-replace',
    refuse('A picture cannot be exchanged. Delete it and place the other one.'),
  )
  editor.registerExternalContentHandler(
    'svg-text',
    refuse('SVG drawings cannot be pasted. Use a PNG, JPEG, GIF or WebP image.'),
  )
  editor.registerExternalContentHandler('embed', refuse('Pages of other sites cannot be shown on a board.'))
  editor.registerExternalContentHandler('url', ({ url, point }) => {
    // A link stays text: nobody's browser should visit a site because somebody pasted its address.
    void defaultHandleExternalTextContent(editor, { text: url, ...given({ point }) })
  })
  editor.registerExternalContentHandler('excalidraw', ({ content, point }) => {
    const drawing = strippedExcalidraw(content)
    if (!drawing) return tell(client, 'Nothing in this drawing can be placed on the board.')
    defaultHandleExternalExcalidrawContent(editor, { content: drawing, ...given({ point }) }).catch(
      refuse('This drawing could not be read.'),
    )
  })
  editor.registerExternalContentHandler('tldraw', ({ content, point }) =>
    placeTldraw(editor, client, { content, point }),
  )
  editor.registerExternalAssetHandler('url', () => Promise.reject(new Error('Links are placed as text')))
}

function placeTldraw(
  editor: Editor,
  client: BoardClient,
  put: { content: TLContent; point: VecLike | undefined },
): void {
  const { content, left } = strippedTldraw(put.content)
  if (content.shapes.length === 0)
    return tell(client, 'Nothing of what was copied can be placed on the board.')
  try {
    editor.putContentOntoCurrentPage(content, { select: true, ...given({ point: put.point }) })
  } catch {
    return tell(client, 'This was copied from another version of the drawing tool and could not be read.')
  }
  if (left > 0) tell(client, 'Pictures, videos and embedded pages were left out. Place pictures as files.')
}

async function placeFiles(
  editor: Editor,
  client: BoardClient,
  dropped: { files: File[]; point: VecLike | undefined },
): Promise<void> {
  if (!client.canEdit.get()) return
  const images = dropped.files.filter((file) => IMAGE_TYPES.has(file.type))
  if (images.length < dropped.files.length) {
    tell(
      client,
      'Only PNG, JPEG, GIF and WebP images can be placed here. A list of initiatives belongs in the tray.',
    )
  }
  const center = dropped.point ?? editor.getViewportPageBounds().center
  let shift = 0
  for (const file of images) {
    const placed = await placeImage(editor, client, { file, center: { x: center.x + shift, y: center.y } })
    shift += placed
  }
}

/** Uploads one picture and puts it on the board; answers how wide it is, 0 where it was refused. */
async function placeImage(
  editor: Editor,
  client: BoardClient,
  image: { file: File; center: { x: number; y: number } },
): Promise<number> {
  const { file, center } = image
  const size = await MediaHelpers.getImageSize(file).catch(() => null)
  const src = size ? await client.uploadImage(file) : null
  if (!size) tell(client, `“${file.name}” could not be read as an image.`)
  if (!size || src === null || editor.isDisposed) return 0
  const scale = Math.min(1, LARGEST_SIDE_PX / Math.max(size.w, size.h))
  const [w, h] = [Math.max(1, Math.round(size.w * scale)), Math.max(1, Math.round(size.h * scale))]
  const asset = AssetRecordType.create({
    id: AssetRecordType.createId(),
    type: 'image',
    props: {
      name: file.name,
      src,
      w: size.w,
      h: size.h,
      mimeType: file.type,
      isAnimated: file.type === 'image/gif',
    },
  })
  const id = createShapeId()
  editor.run(() => {
    editor.createAssets([asset])
    editor.createShape({
      id,
      type: 'image',
      x: center.x - w / 2,
      y: center.y - h / 2,
      props: { assetId: asset.id, w, h },
    })
    editor.select(id)
  })
  return w
}

/** Leaves out what is undefined: optional fields here are absent or there. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }
}
