'use client'

import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { ImportResultActions, ImportResultView } from './left-out/import-result'
import { ImportReview, ImportReviewActions } from './review/import-review'
import { ImportSource, ImportSourceActions } from './source/import-source'
import { importWords } from './import-words'
import type { ImportFlow, ImportStage } from './use-import'

/** An import, step by step: where the rows come from, what they mean, what became of them. */
export function ImportDialog({ flow }: { readonly flow: ImportFlow }) {
  const { stage } = flow
  if (!stage) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && flow.close()}
      size={stage.kind === 'review' ? 'wide' : 'medium'}
      title={titleOf(stage)}
      description={descriptionOf(stage)}
      actions={<Actions flow={flow} stage={stage} />}
    >
      <Body flow={flow} stage={stage} />
    </Dialog>
  )
}

interface StageProps {
  readonly flow: ImportFlow
  readonly stage: ImportStage
}

function Body({ flow, stage }: StageProps) {
  if (stage.kind === 'source') return <ImportSource flow={flow} stage={stage} />
  if (stage.kind === 'review') return <ImportReview flow={flow} stage={stage} />
  return <ImportResultView result={stage} onClose={flow.close} />
}

function Actions({ flow, stage }: StageProps) {
  if (stage.kind === 'source') return <ImportSourceActions flow={flow} stage={stage} />
  if (stage.kind === 'review') return <ImportReviewActions flow={flow} stage={stage} />
  return <ImportResultActions flow={flow} result={stage} />
}

function titleOf(stage: ImportStage): string {
  if (stage.kind === 'result') return importWords(stage.counts)
  if (stage.kind === 'review') return 'Check the rows'
  return stage.error === null ? 'Import initiatives' : 'The list could not be imported'
}

function descriptionOf(stage: ImportStage): string {
  if (stage.kind === 'source')
    return 'A spreadsheet saved as CSV, cells copied from one, or one title per line.'
  return `From ${stage.name}`
}
