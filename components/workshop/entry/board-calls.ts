import * as z from '@/lib/zod'
import { boardPictureSchema, type BoardPicture } from '@/lib/board/pictures/picture'
import { callServer, type Called } from '../server-call'

const boardSchema = z.object({ id: z.string(), title: z.string() })
type NamedBoard = z.infer<typeof boardSchema>
const idSchema = z.object({ id: z.string() })

interface NewBoard {
  readonly title: string
  readonly name: string
  readonly template?: string
  readonly sample?: string
}

/** Makes a board whose facilitator this browser is. */
export function createBoard(body: NewBoard): Called<NamedBoard> {
  return callServer({ method: 'POST', path: '/api/boards', body, answer: boardSchema })
}

export function renameBoard(boardId: string, title: string): Called<NamedBoard> {
  return callServer({ method: 'PATCH', path: pathOf(boardId), body: { title }, answer: boardSchema })
}

export function duplicateBoard(boardId: string): Called<NamedBoard> {
  return callServer({ method: 'POST', path: pathOf(boardId, '/duplicate'), answer: boardSchema })
}

export function deleteBoard(boardId: string): Called<{ id: string }> {
  return callServer({ method: 'DELETE', path: pathOf(boardId), answer: idSchema })
}

export function restoreBoard(boardId: string): Called<NamedBoard> {
  return callServer({ method: 'POST', path: pathOf(boardId, '/restore'), answer: boardSchema })
}

export function leaveBoard(boardId: string): Called<{ id: string }> {
  return callServer({ method: 'POST', path: pathOf(boardId, '/leave'), answer: idSchema })
}

export function loadPicture(boardId: string): Called<BoardPicture> {
  return callServer({ method: 'GET', path: pathOf(boardId, '/picture'), answer: boardPictureSchema })
}

function pathOf(boardId: string, rest = ''): string {
  return `/api/boards/${encodeURIComponent(boardId)}${rest}`
}
