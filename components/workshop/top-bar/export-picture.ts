import type { BoardClient } from '../../board/board-client'
import { say } from '../say'
import { saveFile } from './save-file'

export type PictureScale = 1 | 2 | 4

/** Saves a picture of the whole board as a file; says so when that fails. */
export async function exportPicture(
  client: Pick<BoardClient, 'canvas' | 'notice' | 'title'>,
  options: { scale: PictureScale; dark: boolean; now: Date },
): Promise<void> {
  const canvas = client.canvas.get()
  if (!canvas)
    return say(client, { tone: 'attention', sentence: 'The board is not drawn yet. Wait a moment.' })
  try {
    const picture = await canvas.exportPng({ scale: options.scale, dark: options.dark })
    saveFile(picture, toFileName(client.title, options.now, 'png'))
    say(client, { tone: 'info', sentence: 'The picture is saved to your downloads.' })
  } catch {
    const sentence = 'The picture could not be made. Try a smaller size.'
    say(client, { tone: 'danger', sentence })
  }
}

/** A file name people recognise and every file system takes: the title, and the day. */
export function toFileName(title: string, now: Date, ending: 'png' | 'csv'): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${words || 'board'}-${now.toISOString().slice(0, 10)}.${ending}`
}
