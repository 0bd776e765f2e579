import { LoaderCircle } from 'lucide-react'
import styles from './spinner.module.css'

export function Spinner({ size = 20 }: { readonly size?: 16 | 20 }) {
  return <LoaderCircle className={styles.spinner} size={size} strokeWidth={1.75} aria-hidden />
}
