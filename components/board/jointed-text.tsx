import { Fragment } from 'react'
import { languageOf } from '@/lib/language-of'
import { splitAtJoints } from '@/lib/word-joints'

/** A text whose long words, made of several, break between those; the browser hyphenates others as their language does. */
export function JointedText({ text }: { readonly text: string }): React.ReactNode {
  return (
    <span lang={languageOf(text) ?? undefined}>
      {splitAtJoints(text).map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
