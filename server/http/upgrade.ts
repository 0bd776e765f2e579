import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { DOCUMENT_VERSION } from '@/lib/board/document/document-version'
import { AppError, ERRORS, type ErrorCode } from '@/lib/errors'
import { boardIdSchema, type PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { parseCaps } from '@/lib/sync/messages'
import { readPersonCookie } from '../access/cookies'
import { DEPARTED, type Visitor } from '../access/visitors'
import type { Traffic } from '../metrics/traffic'
import type { StoredBoard, StoredMembership, StoredPerson } from '../storage/board-storage'
import type { SyncSocket } from '../sync/socket/sync-socket'
import { createSocketServer, toSyncSocket } from '../sync/socket/ws-socket'
import { endsWithin } from './ends-within'
import type { ApiParts } from './parts'

/** Only the path and the parameters of a request matter. */
const BASE = 'http://contour'
const SYNC_PATH = /^\/sync\/([^/]+)$/

/** The socket door: decides who may open which board, then hands the socket to its room. */
export interface UpgradeDoor {
  /** True where the path is ours; the socket is then answered in any case. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Resolves when everybody who was told to leave has said goodbye, or was given the time for it. */
  emptied(): Promise<void>
  stop(): void
}

/**
 * Makes the door. A refusal accepts the upgrade and closes with a code: an HTTP refusal is retried for ever. Where there
 * is `traffic`, it counts the bytes of every socket.
 */
export function createUpgradeDoor(parts: ApiParts, traffic?: Traffic): UpgradeDoor {
  const sockets = createSocketServer()
  return {
    handle(request, socket, head) {
      const url = parseAddress(request.url ?? '/')
      const rawBoardId = SYNC_PATH.exec(url?.pathname ?? '')?.[1]
      if (url === null || rawBoardId === undefined) return false
      if (socket instanceof Socket) traffic?.watch(socket)
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        void admit(parts, webSocket, { request, url, rawBoardId, transport: socket })
      })
      return true
    },
    async emptied() {
      // Whoever says something wrong instead of goodbye is waited for like the others.
      const goodbyes = [...sockets.clients].map(
        (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
      )
      await endsWithin(LIMITS.GOODBYE_MS, Promise.all(goodbyes))
    },
    stop() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

/** Null for a request line that is no address, such as `//`. */
function parseAddress(address: string): URL | null {
  return URL.canParse(address, BASE) ? new URL(address, BASE) : null
}

interface Knock {
  readonly request: IncomingMessage
  readonly url: URL
  readonly rawBoardId: string
  readonly transport: Duplex
}

async function admit(parts: ApiParts, webSocket: WebSocket, knock: Knock): Promise<void> {
  // Made at once: it keeps what the client says while we look up who that is.
  const socket = toSyncSocket(webSocket, knock.transport)
  try {
    const personId = identify(parts, knock)
    const letIn = (): Promise<void> => enter(parts, socket, { ...knock, personId })
    await (personId ? parts.asking.inNameOfPerson(personId, letIn) : letIn())
  } catch (thrown) {
    const code: ErrorCode = thrown instanceof AppError ? thrown.code : 'internal'
    if (ERRORS[code].ours) parts.log.error('socket.refused', { code, cause: thrown })
    else parts.log.debug('socket.refused', { code })
    socket.close(ERRORS[code].closeCode, code)
    socket.resume()
  }
}

async function enter(
  parts: ApiParts,
  socket: SyncSocket,
  { url, rawBoardId, personId }: Knock & { readonly personId: PersonId | null },
): Promise<void> {
  const { person, membership, board } = await requireMember(parts, personId, rawBoardId)
  const epoch = url.searchParams.get('epoch')
  const version = url.searchParams.get('version')
  if (version !== null && version !== DOCUMENT_VERSION)
    throw new AppError('client-too-old', 'the page reads another form of documents')
  const isIn = await parts.rooms.connect(socket, {
    boardId: board.id,
    title: board.title,
    // Opening may begin another epoch than the one the list of boards still names.
    ...(epoch === null ? {} : { epoch: Number(epoch) }),
    person: {
      personId: person.id,
      name: person.name,
      colorSlot: membership.colorSlot,
      role: membership.role,
      joinedAt: membership.joinedAt,
    },
    caps: parseCaps(url.searchParams.get('caps')),
  })
  if (isIn) await catchUp(parts, { ...membership, name: person.name, title: board.title })
}

/** What happened while the room was loading found no socket to reach. */
async function catchUp(
  { storage, rooms }: ApiParts,
  known: StoredMembership & Pick<StoredPerson, 'name'> & Pick<StoredBoard, 'title'>,
): Promise<void> {
  const { boardId, personId } = known
  const { board, person, membership, departure } = await storage.findVisit(boardId, personId)
  if (!membership) rooms.putOut(boardId, personId, DEPARTED[departure ?? 'removed'])
  if (membership && membership.role !== known.role) rooms.setRole(boardId, personId, membership.role)
  if (person && person.name !== known.name) rooms.rename(personId, person.name)
  if (board && board.title !== known.title) rooms.retitle(boardId, board.title)
  if (board?.deletedAt !== undefined) await rooms.close(boardId, 'board-deleted')
}

/** The person of the ticket or the cookie; null where it is nobody's. */
function identify(parts: ApiParts, { request, url, rawBoardId }: Knock): PersonId | null {
  const origin = parts.origin.isOwn(request.headers)
  const ticket = url.searchParams.get('ticket')
  if (origin === 'foreign') throw new AppError('foreign-origin', 'socket from another site')
  if (ticket === null) {
    if (origin === 'missing') throw new AppError('not-signed-in', 'no origin and no ticket')
    return readPersonCookie(parts.key, request.headers.cookie)
  }
  const boardId = boardIdSchema.safeParse(rawBoardId)
  const personId = boardId.success ? parts.tickets.redeem(ticket, boardId.data) : null
  if (!personId) throw new AppError('ticket-used', 'ticket unknown, used or expired')
  return personId
}

/** Whoever knocks all the time is turned away before it costs the database anything. */
function requireMember(
  { rooms, visitors }: ApiParts,
  personId: PersonId | null,
  rawBoardId: string,
): Promise<Visitor> {
  const boardId = boardIdSchema.safeParse(rawBoardId)
  if (personId && boardId.success && rooms.turnsAway(boardId.data, personId))
    throw new AppError('overloaded', 'connects too often, too soon after it was put out, or to a full server')
  return visitors.requirePerson(personId, rawBoardId, 'be-present')
}
