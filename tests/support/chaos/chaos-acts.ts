import { FIRST_INSTANCE } from '@/lib/board/seed'
import { moveInstance } from '@/lib/board/operations/instances'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readRecord } from '@/lib/board/read'
import type { BoardRecord, Json } from '@/lib/board/layout'
import type { InitiativeId } from '@/lib/ids'
import { authorOf } from '../boards/board-edits'
import { arrowRecord, bindingRecord, geoRecord, groupRecord } from '../boards/board-builders'
import type { SeededRandom } from '../seeded-random'
import type { ChaosPerson } from './chaos-person'

const SHAPES = ['shape:a', 'shape:b', 'shape:c', 'shape:d'] as const
const PARENTS = [...SHAPES, 'page:page', 'shape:nowhere'] as const
const INDICES = ['a1', 'a2', 'a3', 'a1V'] as const
const CURVES = ['linear', 'j-curve', 'sigmoid'] as const
/** Each letter is typed once in a whole run, so that it can be looked for. */
const FIRST_LETTER = 0x4e00

/** Everything a person does at random; some of it no honest hand would do. Answers in a word what it was. */
export class ChaosActs {
  readonly #random: SeededRandom
  #count = 0

  constructor(random: SeededRandom) {
    this.#random = random
  }

  /** A viewer writes past the editor's own refusal. */
  act(person: ChaosPerson): string {
    if (!person.isViewer && !person.client.canEdit.get()) return 'nothing'
    const acts = [
      () => this.#addInitiative(person),
      () => this.#type(person),
      () => this.#type(person),
      () => this.#place(person),
      () => this.#place(person),
      () => this.#deleteInitiative(person),
      () => this.#createShape(person),
      () => this.#changeShape(person),
      () => this.#changeShape(person),
      () => this.#deleteShape(person),
      () => this.#bind(person),
      () => this.#moveTemplate(person),
      () => this.#undo(person),
      () => this.#redo(person),
    ] as const
    return this.#random.pick(acts)()
  }

  #addInitiative(person: ChaosPerson): string {
    const id = `initiative-${++this.#count}` as InitiativeId
    const title = `Initiative ${this.#count} is here`
    const added = person.client.commands.addInitiatives([{ id, title }])
    if (added.length > 0) person.did({ kind: 'initiative', id, title })
    return 'add'
  }

  #type(person: ChaosPerson): string {
    const id = this.#initiative(person)
    if (!id || !person.client.canEdit.get()) return 'nothing'
    const letter = String.fromCharCode(FIRST_LETTER + ++this.#count)
    const at = this.#random.below(20)
    const edit = { root: 'initiatives', id, field: 'summary', at, remove: 0, insert: letter } as const
    if (editText(person.client.board, authorOf(person.name, Date.now()), edit).length > 0)
      person.did({ kind: 'letter', letter })
    return 'type'
  }

  #place(person: ChaosPerson): string {
    const id = this.#initiative(person)
    if (!id) return 'nothing'
    if (this.#random.below(4) === 0) person.client.commands.unplace(id, FIRST_INSTANCE)
    else
      person.client.commands.placeOnCurve(id, FIRST_INSTANCE, {
        curveId: this.#random.pick(CURVES),
        x: this.#random.next(),
      })
    return 'place'
  }

  #deleteInitiative(person: ChaosPerson): string {
    const id = this.#initiative(person)
    if (id) person.client.commands.deleteInitiative(id)
    return 'delete'
  }

  #createShape(person: ChaosPerson): string {
    const id = this.#random.pick(SHAPES)
    const make = this.#random.pick([geoRecord, groupRecord, arrowRecord])
    const record = make(id, { parentId: 'page:page', index: this.#random.pick(INDICES), meta: {} })
    this.#write(person, (author) => createRecords(person.client.board, author, [record]))
    return 'create'
  }

  #changeShape(person: ChaosPerson): string {
    const id = this.#random.pick(SHAPES)
    const changes = this.#random.pick<Record<string, Json>>([
      { x: this.#random.below(500), y: this.#random.below(500) },
      { parentId: this.#random.pick(PARENTS) },
      { index: this.#random.pick(INDICES) },
      { opacity: this.#random.below(10) / 5 },
    ])
    this.#change(person, id, changes)
    return 'change'
  }

  #change(person: ChaosPerson, id: string, changes: Record<string, Json>): void {
    const map = person.client.board.records.get(id)
    const before = map ? readRecord(map) : null
    if (!before) return
    const after: BoardRecord = { ...before, ...changes }
    this.#write(person, (author) => updateRecords(person.client.board, author, [{ before, after }]))
  }

  #deleteShape(person: ChaosPerson): string {
    this.#write(person, (author) => deleteRecords(person.client.board, author, [this.#random.pick(SHAPES)]))
    return 'remove'
  }

  #bind(person: ChaosPerson): string {
    const id = `binding:${this.#random.below(3)}`
    const record = bindingRecord(id, this.#random.pick(SHAPES), this.#random.pick(SHAPES))
    this.#write(person, (author) => createRecords(person.client.board, author, [record]))
    return 'bind'
  }

  /** Nobody but a facilitator may; whoever else does it sees it put back. */
  #moveTemplate(person: ChaosPerson): string {
    const place = [this.#random.below(900), this.#random.below(900)] as const
    moveInstance(person.client.board, authorOf(person.name, Date.now()), {
      id: FIRST_INSTANCE,
      place,
    })
    return 'template'
  }

  #undo(person: ChaosPerson): string {
    person.client.undo.undo()
    return 'undo'
  }

  #redo(person: ChaosPerson): string {
    person.client.undo.redo()
    return 'redo'
  }

  #write(
    person: ChaosPerson,
    write: (author: ReturnType<typeof authorOf>) => ReturnType<typeof createRecords>,
  ): void {
    const step = write(authorOf(person.name, Date.now()))
    if (person.client.canEdit.get()) person.client.undo.push(step)
  }

  #initiative(person: ChaosPerson): InitiativeId | null {
    const [first, ...others] = person.initiatives()
    return first ? this.#random.pick([first, ...others]) : null
  }
}
