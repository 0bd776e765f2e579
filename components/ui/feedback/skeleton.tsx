import type { CSSProperties } from 'react'
import { classNames } from '../class-names'
import styles from './skeleton.module.css'

interface SkeletonProps {
  readonly width?: string
  readonly height?: string
  readonly className?: string
}

/** Stands in for something that is on its way. Appears only after 200 ms, so that a quick answer does not flicker. */
export function Skeleton({ width, height, className }: SkeletonProps) {
  const style: CSSProperties = { ...(width && { width }), ...(height && { height }) }
  return <div className={classNames(styles.skeleton, className)} style={style} aria-hidden />
}
