import { Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useEditor } from 'tldraw'
import type { Instance } from '@/lib/board/layout'
import { Menu, MenuItem } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import { clientOf } from '../session/store-client'
import styles from './template-bars.module.css'

interface TemplateBarChoicesProps {
  readonly instance: Instance
  readonly name: string
  /** One button instead of two, so that the name keeps its room. */
  readonly isNarrow: boolean
}

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What else can be done with a template besides moving it. */
export function TemplateBarChoices({ instance, name, isNarrow }: TemplateBarChoicesProps): React.ReactNode {
  const { asked } = clientOf(useEditor()).templates
  const { later, onCloseAutoFocus } = useAfterMenu()
  const ask = (kind: 'rename' | 'remove'): void => void asked.set({ kind, instanceId: instance.id })
  if (isNarrow) {
    return (
      <Menu
        bar="floating"
        label={`What to do with ${name}`}
        onCloseAutoFocus={onCloseAutoFocus}
        trigger={
          <button type="button" className={styles.button} aria-label={`More about ${name}`}>
            <Ellipsis {...ICON} />
          </button>
        }
      >
        <MenuItem icon={<PencilLine {...ICON} />} onSelect={() => later(() => ask('rename'))}>
          Rename
        </MenuItem>
        <MenuItem danger icon={<Trash2 {...ICON} />} onSelect={() => later(() => ask('remove'))}>
          Remove
        </MenuItem>
      </Menu>
    )
  }
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={`Rename ${name}`}
        title="Rename"
        onClick={() => ask('rename')}
      >
        <PencilLine {...ICON} />
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={`Remove ${name}`}
        title="Remove"
        onClick={() => ask('remove')}
      >
        <Trash2 {...ICON} />
      </button>
    </>
  )
}
