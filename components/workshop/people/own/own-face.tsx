'use client'

import { useState } from 'react'
import { useNameless } from '../../entry/use-nameless'
import { FaceButton, type FaceProps } from '../face-button'
import { NameDialog } from './name-dialog'

/** One's own face: says whose it is, and lets the name be given or changed. */
export function OwnFace(props: FaceProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { name } = props.person
  const words = useNameless(name) ? 'This is you. Give your name' : `This is you, ${name}. Change your name`
  return (
    <>
      <FaceButton {...props} isMe words={words} onClick={() => setIsOpen(true)} />
      {isOpen && <NameDialog name={name} onClose={() => setIsOpen(false)} />}
    </>
  )
}
