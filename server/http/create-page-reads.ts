import { AppError } from '@/lib/errors'
import { err, ok } from '@/lib/result'
import { hashSecret } from '../access/links'
import type { Config } from '../config'
import type { PageReads } from '../page-reads'
import type { ApiParts } from './parts'

/** Makes what pages may read, from the same storage and the same rules as the API. */
export function createPageReads(parts: ApiParts, config: Config): PageReads {
  const { storage, visitors } = parts
  return {
    hasProbe: config.hasProbe,
    canvasLicenseKey: config.canvasLicenseKey,
    async findJoinPage(secret) {
      const link = await storage.findLink(hashSecret(secret))
      if (!link || (link.expiresAt !== undefined && link.expiresAt <= parts.now())) return null
      const board = await storage.findBoard(link.boardId)
      return board ? { boardTitle: board.title, role: link.role } : null
    },
    async findBoardPage(cookie, boardId) {
      try {
        const { board, person, membership } = await visitors.require(
          cookie === undefined ? {} : { cookie },
          boardId,
          'read',
        )
        const { role, colorSlot } = membership
        return ok({
          boardId: board.id,
          title: board.title,
          epoch: board.epoch,
          role,
          personId: person.id,
          name: person.name,
          colorSlot,
        })
      } catch (thrown) {
        if (thrown instanceof AppError) return err(thrown.code)
        throw thrown
      }
    },
    async listMyBoards(cookie) {
      const person = await visitors.find(cookie === undefined ? {} : { cookie })
      return person ? await storage.listBoardsOf(person.id) : []
    },
  }
}
