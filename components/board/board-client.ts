import type { Atom, Signal } from '@tldraw/state'
import type { Role } from '@/lib/access/roles'
import type { ChangedThing } from '@/lib/board/changes/changed-things'
import type { BoardDocument, Initiative, Instance, Placement } from '@/lib/board/layout'
import type { Import, ImportCounts } from '@/lib/board/operations/import'
import type { InitiativeFields } from '@/lib/board/operations/initiative-fields'
import type { InitiativeDraft } from '@/lib/board/operations/initiatives'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId, InitiativeId, InstanceId, PersonId, TeamId } from '@/lib/ids'
import type { Result } from '@/lib/result'
import type { TeamHues } from '@/lib/teams/team-hues'
import type { CanvasHandle } from './canvas/canvas-handle'
import type { TeamView } from './client/view/create-team-view'
import type { TeamCommands } from './client/commands/team-commands'
import type { TemplateCommands } from './client/commands/template-commands'
import type { Lane } from './lane/lane'
import type { RefusedChange } from './offline/storage/offline-storage'
import type { PresenceChannel } from './presence/presence'
import type { Removals } from './removals/removals'
import type { Drafts } from './text/drafts'
import type { UndoStack } from './undo/undo-stack'

// What the canvas and the workshop panels see of a board. Everything that changes is a signal.

/** Who I am on this board. */
export interface Me {
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly colorSlot: number
}

/** Whether what I did is safe; each of these is true when it is shown. */
export type SaveState =
  | { kind: 'connecting' }
  /** There is nothing to show: the server did not answer so far. */
  | { kind: 'unreachable' }
  /** The copy kept in this browser is shown; the server was not heard yet, and this many changes wait. */
  | { kind: 'unsynced'; changes: number }
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** No connection; this many changes wait. */
  | { kind: 'offline'; changes: number }
  /** The server says it cannot write; editing is locked until it can. */
  | { kind: 'cannot-save' }
  /** The document has been given up, and a fresh one is fetched. */
  | { kind: 'renewing' }
  /** The server will not have us back; `code` says why. */
  | { kind: 'closed'; code: ErrorCode }

/** Something to tell the person once. */
export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'attention' | 'danger'
  readonly sentence: string
  readonly undo?: () => void
  /** Brings what it speaks of into view. */
  readonly show?: () => void
  /** Does again what failed. */
  readonly retry?: () => void
  /** Something more that suggests itself, and what it is called. */
  readonly offer?: { readonly words: string; readonly act: () => void }
}

export type Tell = (notice: Omit<Notice, 'id'>) => void

/** The document as signals: a component that reads one is drawn again only when that one changes. */
export interface BoardView extends TeamView {
  /** Every initiative that is not deleted, oldest first. */
  readonly initiatives: Signal<readonly InitiativeId[]>
  /** Those that stand on no template and not on the canvas. */
  readonly unplaced: Signal<readonly InitiativeId[]>
  /** Those that stand on a map of teams and on no curve; on no team while the board has no curves. */
  readonly onMapOnly: Signal<readonly InitiativeId[]>
  readonly instances: Signal<readonly Instance[]>
  initiative(id: InitiativeId): Signal<Initiative | null>
  placements(id: InitiativeId): Signal<readonly PlacedAt[]>
  /** Which colour each team has, those without a place on the board too. */
  readonly teamHues: Signal<TeamHues>
  /** How many records could not be shown; they stay in the document untouched. The projection counts them. */
  readonly setAside: Atom<number>
}

export interface PlacedAt {
  readonly instanceId: InstanceId
  readonly placement: Placement
}

/** What a person can do besides drawing; every one is one undo step. None throws; a refusal becomes a notice. */
export interface BoardCommands {
  addInitiatives(drafts: readonly InitiativeDraft[]): readonly InitiativeId[]
  /** Imports rows; one undo step takes all of it back, unless nothing changed. Null where it was refused. */
  importInitiatives(given: Import): (ImportCounts & { readonly hasChanged: boolean }) | null
  /** Sets plain fields, such as the team, of one initiative or many. */
  setFields(changes: readonly { readonly id: InitiativeId; readonly fields: InitiativeFields }[]): void
  deleteInitiative(id: InitiativeId): void
  /** Deletes what somebody added, without templates, and answers with what that was. */
  deleteAdded(personId: string): readonly ChangedThing[]
  /** Drops an initiative's card with its top left corner at this page point; finds the target itself. */
  dropInitiative(id: InitiativeId, at: { x: number; y: number }): void
  /** Takes the card away; the initiative goes back to the tray. */
  unplace(id: InitiativeId, instanceId: InstanceId): void
  /** Puts a card on a curve at `x` (0..1), or without a position. */
  placeOnCurve(id: InitiativeId, instanceId: InstanceId, curve: { curveId: string; x?: number }): void
  /** Puts a card on a team that stands on that map: the team works on it from then on. */
  placeOnTeam(id: InitiativeId, instanceId: InstanceId, teamId: TeamId): void
  /** Moves snapped cards along their curves. */
  slide(cards: readonly { readonly id: InitiativeId; readonly instanceId: InstanceId }[], by: number): void
}

/** What this browser keeps of a board for this person. */
export interface OfflineView {
  /** Whether what waits to be saved outlives this page. */
  readonly lasts: Signal<boolean>
  /** Whether the whole board has come in this page; before that, what is shown may be old. */
  readonly isSynced: Signal<boolean>
  /** Whether what waited from before stands in this document by now, as far as it can. */
  readonly isWhole: Signal<boolean>
  /** Whether the next page goes on with what waits, now that the board is closed to this one. */
  comesAlong(): boolean
  /** What was done without a connection and not taken. */
  readonly refused: Signal<readonly RefusedChange[]>
  dismissRefused(): void
}

/** One open board: the document, its connection and everything derived from them. */
export interface BoardClient {
  readonly boardId: BoardId
  /** What it is called; a facilitator may rename it at any moment. */
  readonly title: Signal<string>
  readonly me: Signal<Me>
  readonly saveState: Signal<SaveState>
  /** True while the canvas shows what it writes only in a moment: nothing is called saved before. */
  readonly isHeldBack: Atom<boolean>
  /** The same as people are told it: of a line that is gone for a moment they hear nothing. */
  readonly toldState: Signal<SaveState>
  /** False for viewers, and for everybody while the server cannot save. */
  readonly canEdit: Signal<boolean>
  readonly offline: OfflineView
  /** True once there is a document to show: this browser's copy, or the first full state. */
  readonly ready: Signal<boolean>
  readonly board: BoardDocument
  readonly view: BoardView
  readonly commands: BoardCommands
  readonly teams: TeamCommands
  readonly templates: TemplateCommands
  readonly undo: UndoStack
  readonly removals: Removals
  readonly lane: Lane
  readonly presence: PresenceChannel
  readonly notice: Atom<Notice | null>
  /** Tells the person something once; a later notice takes its place. */
  readonly tell: Tell
  /** The initiatives whose details are shown beside the canvas, the latest asked for; null while none are. */
  readonly inspected: Atom<readonly InitiativeId[] | null>
  /** Counts the times the search was asked for, so that asking again begins anew; 0 while it is closed. */
  readonly searching: Atom<number>
  /** What is typed in fields that go and come back. */
  readonly drafts: Drafts
  /** The mounted canvas; null while there is none. */
  readonly canvas: Atom<CanvasHandle | null>
  /** Uploads an image and answers with the address to show it from; a refusal becomes a notice and null. */
  uploadImage(file: File): Promise<string | null>
  /** Uploads an image that another board shows to this one too; answers with its address here. */
  copyImage(src: string): Promise<Result<string, ErrorCode>>
  /** What this page holds and the server may not: one line for each thing, to be copied by hand. */
  listUnsaved(): readonly string[]
  /** The person lets go of what is not saved: the browser asks no more before the page is left. */
  giveUpUnsaved(): void
  start(): void
  stop(): void
}
