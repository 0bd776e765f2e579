import { useEffect, useState } from 'react'
import { Button } from '../../ui/controls/button'
import styles from './picture-form.module.css'

interface CopyByHandProps {
  readonly file: Blob
  readonly onBack: () => void
}

/** The picture itself, to be copied from the page by the browser's own menu. */
export function CopyByHand({ file, onBack }: CopyByHandProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <div className={styles.form}>
      <p role="alert">
        This browser keeps its clipboard from this page, as browsers do on plain http. Right-click the
        picture, or press it long with a finger, and choose “Copy image”.
      </p>
      {address && <img className={styles.picture} src={address} alt="The finished picture" />}
      <div className={styles.buttons}>
        <Button onClick={onBack}>Back</Button>
      </div>
    </div>
  )
}
