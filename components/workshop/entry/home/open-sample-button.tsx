'use client'

import { Sparkles } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, type ComponentProps } from 'react'
import { Button } from '../../../ui/controls/button'
import { useHydrated } from '../../../ui/use-hydrated'
import { failureWords } from '../../failure-words'
import { createBoard } from '../board-calls'
import styles from './open-sample-button.module.css'
import { NAMELESS, recallName } from '../person-name'

const WORDS = { failed: 'The sample board was not created.', unsure: 'the sample board was created' }

interface OpenSampleButtonProps extends Pick<ComponentProps<typeof Button>, 'look' | 'size'> {
  readonly sample: { readonly id: string; readonly title: string }
}

/** One press: a board of one's own with everything on it. */
export function OpenSampleButton({ sample, look, size }: OpenSampleButtonProps) {
  const router = useRouter()
  const isHydrated = useHydrated()
  const [state, setState] = useState<'waiting' | 'opening' | { error: string }>('waiting')

  const handleOpen = async () => {
    setState('opening')
    const name = recallName() || NAMELESS
    const created = await createBoard({ title: sample.title, name, sample: sample.id })
    if (created.ok) return router.push(`/b/${created.value.id}`)
    setState({ error: failureWords(created.error, WORDS) })
    if (created.error.isUnknown) router.refresh()
  }

  return (
    <div>
      <Button
        waking={!isHydrated}
        onClick={handleOpen}
        busy={state === 'opening'}
        {...(look && { look })}
        {...(size && { size })}
      >
        {state !== 'opening' && <Sparkles size={16} strokeWidth={1.75} />}
        {state === 'opening' ? 'Laying out the cards…' : 'Open the sample board'}
      </Button>
      {typeof state === 'object' && (
        <p role="alert" className={styles.error}>
          {state.error}
        </p>
      )}
    </div>
  )
}
