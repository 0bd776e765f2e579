import { useRef, useState } from 'react'
import type { ImportCounts } from '@/lib/board/operations/import'
import type { Step } from '@/lib/board/step'
import { absentSentence, addSaidWords } from '@/lib/teams/absent-words'
import { parseTable, type RejectedRow } from '@/lib/import/parse-rows'
import { widthOf, type Table } from '@/lib/import/read-table'
import type { BoardClient } from '../../board/board-client'
import { sayUndoable } from '../../board/undo/say-undoable'
import { takeBack } from '../../board/undo/take-back'
import { createInitiativeId } from './create-initiative-id'
import { planImport, UNCHOSEN, type ImportChoices } from './review/import-plan'
import { importWords } from './import-words'
import { readFile } from './source/read-file'
import { stripBullets } from './source/strip-bullets'

/** Where rows are asked for. `error` says why the last ones could not be read, `text` is what was pasted. */
export interface AskingForRows {
  readonly kind: 'source'
  readonly text: string
  readonly error: string | null
}

/** Rows that are looked at before they come in. `name` says where they are from. */
export interface LookingAtRows {
  readonly kind: 'review'
  readonly name: string
  readonly text: string
  readonly table: Table
  readonly choices: ImportChoices
}

/** Rows that came in, but not all of them. */
export interface ImportResult {
  readonly kind: 'result'
  readonly name: string
  readonly counts: ImportCounts & { readonly hasChanged: boolean }
  readonly table: Table
  readonly rejected: readonly RejectedRow[]
  /** What takes it back. */
  readonly step: Step | null
}

/** How far an import has come. */
export type ImportStage = AskingForRows | LookingAtRows | ImportResult

/** An import from the rows to their place on the board. */
export interface ImportFlow {
  /** Null while there is no import. */
  readonly stage: ImportStage | null
  open(): void
  close(): void
  takeFile(file: File): Promise<void>
  takeText(text: string): void
  /** Lines pasted where one title is typed: plain new ones come in at once, anything else is looked at first. */
  takeLines(text: string): void
  /** What the columns mean, or what happens to duplicates, was set right. */
  change(part: Partial<Pick<LookingAtRows, 'table' | 'choices'>>): void
  /** Back from the rows to where they came from. */
  back(): void
  confirm(): void
  takeBack(): void
}

const PASTED = 'the pasted list'
const NOTHING: AskingForRows = { kind: 'source', text: '', error: null }

/** Keeps one import of one board. */
export function useImport(client: BoardClient): ImportFlow {
  const [stage, setStage] = useState<ImportStage | null>(null)
  /** Reading a file takes its time: by then another may have been chosen, or the dialog closed. */
  const lastTurn = useRef(0)
  const goTo = (next: ImportStage | null): void => {
    lastTurn.current++
    setStage(next)
  }

  const look = (name: string, text: string): void => {
    const table = parseTable(stripBullets(text))
    const pasted = name === PASTED ? text : ''
    if (table.ok) goTo({ kind: 'review', choices: UNCHOSEN, name, text: pasted, table: table.value })
    else goTo({ kind: 'source', text: pasted, error: table.error })
  }
  const bringIn = (name: string, table: Table, choices: ImportChoices): void => {
    const { drafts, rejected } = planImport(client.board, table, choices)
    const rows = drafts.map(({ row: _, ...draft }) => draft)
    const counts = client.commands.importInitiatives({ rows, choices, createId: createInitiativeId })
    // A refusal has been told already, and nothing is lost by it.
    if (!counts) return
    const step = client.undo.latest()
    if (rejected.length > 0) return goTo({ kind: 'result', name, counts, table, rejected, step })
    goTo(null)
    if (counts.hasChanged) sayImported(client, importWords(counts))
    else client.tell({ tone: 'info', sentence: importWords(counts) })
  }
  return {
    stage,
    open: () => goTo(NOTHING),
    close: () => goTo(null),
    takeFile: async (file) => {
      const turn = ++lastTurn.current
      const text = await readFile(file)
      if (turn !== lastTurn.current) return
      if (text.ok) look(file.name, text.value)
      else goTo({ ...NOTHING, error: text.error })
    },
    takeText: (text) => look(PASTED, text),
    takeLines: (text) => {
      const table = parseTable(stripBullets(text))
      if (!table.ok || !isPlainAndNew(client, table.value)) return look(PASTED, text)
      bringIn(PASTED, table.value, UNCHOSEN)
    },
    change: (part) => setStage((old) => (old?.kind === 'review' ? { ...old, ...part } : old)),
    back: () => setStage((old) => (old?.kind === 'review' ? { ...NOTHING, text: old.text } : old)),
    confirm: () => {
      if (stage?.kind === 'review') bringIn(stage.name, stage.table, stage.choices)
    },
    takeBack: () => {
      goTo(null)
      if (stage?.kind === 'result' && takeBack(client, stage.step))
        client.tell({ tone: 'info', sentence: 'The import is taken back.' })
    },
  }
}

/** Teams that the list names and no map shows are offered at once. */
function sayImported(client: BoardClient, sentence: string): void {
  const absent = client.view.absentTeams.get()
  if (absent.length === 0) return sayUndoable(client, sentence)
  const act = (): void => client.canvas.get()?.addAbsentTeams()
  const offer = { words: addSaidWords(absent), act }
  sayUndoable(client, `${sentence} ${absentSentence(absent)}`, { offer })
}

function isPlainAndNew(client: BoardClient, table: Table): boolean {
  if (table.header !== null || widthOf(table) > 1) return false
  const { rejected, repeated, counts, obstacle } = planImport(client.board, table, UNCHOSEN)
  const isNew = repeated + counts.updated + counts.unchanged === 0
  return rejected.length === 0 && isNew && obstacle === null
}
