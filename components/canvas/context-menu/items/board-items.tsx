import { ListPlus, Maximize, Plus, Search, SquareDashed, SquareDashedMousePointer } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { addAbsentWords } from '@/lib/teams/absent-words'
import { modifierKey } from '../../../ui/modifier-key'
import { MenuItem, MenuLine } from '../../../ui/overlays/menus/menu'
import { clientOf } from '../../session/store-client'
import { CommandItem } from './single/command-item'
import { ICON, type ItemsProps } from './items-props'

/** What can be done where nothing lies: with the board as a whole. */
export function BoardItems({ later }: ItemsProps): React.ReactNode {
  const { canvas, searching } = clientOf(useEditor())
  return (
    <>
      <CommandItem
        command="select-all"
        icon={<SquareDashed {...ICON} />}
        hint={`${modifierKey()}+A`}
        later={later}
      >
        Select all
      </CommandItem>
      <MenuItem
        icon={<Maximize {...ICON} />}
        hint="Shift+1"
        onSelect={() => later(() => canvas.get()?.zoomToFit())}
      >
        Show the whole board
      </MenuItem>
      <MenuItem
        icon={<Search {...ICON} />}
        hint={`${modifierKey()}+F`}
        onSelect={() => later(() => void searching.update((times) => times + 1))}
      >
        Find a card or team
      </MenuItem>
      <AbsentTeamsItem later={later} />
      <TemplateItems later={later} />
    </>
  )
}

/** For those who may edit, where a map stands that does not show every team that initiatives name. */
function AbsentTeamsItem({ later }: ItemsProps): React.ReactNode {
  const { canEdit, canvas, view } = clientOf(useEditor())
  const mayEdit = useValue(canEdit)
  const absent = useValue(view.absentTeams)
  if (!mayEdit || absent.length === 0) return null
  return (
    <>
      <MenuLine />
      <MenuItem icon={<ListPlus {...ICON} />} onSelect={() => later(() => canvas.get()?.addAbsentTeams())}>
        {addAbsentWords(absent)}
      </MenuItem>
    </>
  )
}

/** For facilitators, as in the bar above. */
function TemplateItems({ later }: ItemsProps): React.ReactNode {
  const { templates, view } = clientOf(useEditor())
  const mayEdit = useValue(templates.mayEdit)
  const isEditing = useValue(templates.isEditing)
  const hasAny = useValue('has templates', () => view.instances.get().length > 0, [view])
  if (!mayEdit) return null
  return (
    <>
      <MenuLine />
      <MenuItem
        icon={<Plus {...ICON} />}
        onSelect={() => later(() => void templates.asked.set({ kind: 'add' }))}
      >
        Add a template…
      </MenuItem>
      <MenuItem
        icon={<SquareDashedMousePointer {...ICON} />}
        disabled={!hasAny}
        onSelect={() => later(() => templates.setEditing(!isEditing))}
      >
        {isEditing ? 'Done editing templates' : 'Edit the templates'}
      </MenuItem>
    </>
  )
}
