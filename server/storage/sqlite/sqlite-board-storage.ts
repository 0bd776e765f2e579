import type { BoardStorage } from '../board-storage'
import { DatabaseThread } from './thread/database-thread'
import type { DatabasePlace, StorageArguments, StorageCallName } from './storage-calls'
import type { StorageLog } from './storage-log'

interface SqliteSettings extends DatabasePlace {
  readonly log?: StorageLog
}

const SILENT: StorageLog = { warn: () => undefined }

/** Keeps boards in `<directory>/contour.db`. Only one process may serve a directory at a time. */
export function createSqliteBoardStorage({ log = SILENT, ...place }: SqliteSettings): BoardStorage {
  const thread = new DatabaseThread(place, log)
  // The worker answers each call with what the port names for it: `StorageCalls` holds it to that.
  const relay = <Name extends StorageCallName>(name: Name) =>
    ((...given: StorageArguments<Name>) => thread.call(name, given)) as BoardStorage[Name]
  return {
    start: () => thread.start(),
    stop: () => thread.stop(),
    check: relay('check'),
    measure: relay('measure'),
    createBoard: relay('createBoard'),
    findBoard: relay('findBoard'),
    renameBoard: relay('renameBoard'),
    setBoardDeleted: relay('setBoardDeleted'),
    eraseDeletedBoard: relay('eraseDeletedBoard'),
    findLink: relay('findLink'),
    listLinks: relay('listLinks'),
    replaceLink: relay('replaceLink'),
    setLinkExpiry: relay('setLinkExpiry'),
    savePerson: relay('savePerson'),
    findPerson: relay('findPerson'),
    join: relay('join'),
    setRole: relay('setRole'),
    findMembership: relay('findMembership'),
    leave: relay('leave'),
    findVisit: relay('findVisit'),
    listMembers: relay('listMembers'),
    noteOpened: relay('noteOpened'),
    listBoardsOf: relay('listBoardsOf'),
    append: relay('append'),
    renewBoard: relay('renewBoard'),
    load: relay('load'),
    measureDocument: relay('measureDocument'),
    lastSeq: relay('lastSeq'),
    saveSnapshot: relay('saveSnapshot'),
    listChanges: relay('listChanges'),
    listChangesOf: relay('listChangesOf'),
    saveAsset: relay('saveAsset'),
    findAsset: relay('findAsset'),
    measureImages: relay('measureImages'),
  }
}
