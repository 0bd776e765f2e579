import { Fragment } from 'react'
import { splitAtJoints } from '@/lib/text/word-joints'

/** A text whose long words, made of several, break between those and not in the middle of one. */
export function JointedText({ text }: { readonly text: string }): React.ReactNode {
  return splitAtJoints(text).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
