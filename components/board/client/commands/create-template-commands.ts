import { atom, computed } from '@tldraw/state'
import { can } from '@/lib/access/roles'
import { findShortage, shortageSentence } from '@/lib/board/limits/room-for'
import {
  addInstance,
  moveInstance,
  renameInstance,
  setInstanceDeleted,
} from '@/lib/board/operations/instances'
import { ERRORS } from '@/lib/errors'
import { createId, type InstanceId, type RandomBytes } from '@/lib/ids'
import { mayEdit, type CommandParts } from './may-edit'
import type { AskedTemplate, TemplateCommands } from './template-commands'

interface TemplateCommandParts extends CommandParts {
  readonly random: RandomBytes
}

/** Makes the commands about templates of one person on one board. */
export function createTemplateCommands(parts: TemplateCommandParts): TemplateCommands {
  const { board, undo, me, canEdit } = parts
  const isWanted = atom('wants to edit templates', false)
  const mayEditTemplate = computed(
    'may edit templates',
    () => canEdit.get() && can(me.get().role, 'edit-template'),
  )
  const person = () => parts.author('person')
  const may = (): boolean => mayEdit(parts) && isFacilitator(parts)
  return {
    mayEdit: mayEditTemplate,
    isEditing: computed('edits templates', () => isWanted.get() && mayEditTemplate.get()),
    setEditing: (isEditing) => isWanted.set(isEditing && mayEditTemplate.get()),
    asked: atom<AskedTemplate | null>('asked about a template', null),
    add: (templateId, place) => {
      if (!may() || !hasRoom(parts)) return null
      const id = createId<'InstanceId'>(parts.random) as InstanceId
      undo.push(addInstance(board, person(), { id, templateId, place }))
      return id
    },
    move: (given) => {
      if (may()) undo.push(moveInstance(board, person(), given), `move template ${given.id}`)
    },
    rename: (id, name) => {
      if (may()) undo.push(renameInstance(board, person(), { id, name }))
    },
    remove: (id) => {
      if (!may()) return false
      const step = setInstanceDeleted(board, person(), { id, deleted: true })
      undo.push(step)
      return step.length > 0
    },
  }
}

function isFacilitator({ me, tell }: TemplateCommandParts): boolean {
  if (can(me.get().role, 'edit-template')) return true
  tell({ tone: 'attention', sentence: ERRORS['not-allowed'].sentence })
  return false
}

function hasRoom({ board, tell }: TemplateCommandParts): boolean {
  const shortage = findShortage(board, 'instances', { added: 1 })
  if (shortage) tell({ tone: 'attention', sentence: shortageSentence('instances', shortage) })
  return shortage === null
}
