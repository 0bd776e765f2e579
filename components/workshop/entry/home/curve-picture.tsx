'use client'

import { Pause, Play } from 'lucide-react'
import { useEffect, useState, type CSSProperties } from 'react'
import { CURVES } from '@/lib/curves/catalogue'
import type { Curve } from '@/lib/curves/curve'
import { readingOf } from '@/lib/curves/reading'
import { toSvgPath } from '@/lib/curves/svg-path'
import { wantsLessMotion } from '../../../board/wants-less-motion'
import { IconButton } from '../../../ui/controls/icon-button'
import { SegmentedControl } from '../../../ui/controls/segmented-control'
import styles from './curve-picture.module.css'
import { PICTURE_CARDS, type PictureCard } from './picture-cards'

const SHOWN_MS = 6_500
const BOX = { w: 100, h: 100 }
const SEGMENTS = CURVES.map((curve) => ({ value: curve.id, label: curve.letter }))

/** The six curves, one after the other, each with a card that somebody puts on it. */
export function CurvePicture() {
  const [at, setAt] = useState(0)
  const [playing, setPlaying] = useState(false)

  useEffect(() => {
    setPlaying(!wantsLessMotion())
  }, [])
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => setAt((shown) => (shown + 1) % CURVES.length), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [playing, at])

  const curve = CURVES[at]
  const card = curve && PICTURE_CARDS[curve.id]
  if (!curve || !card) return null
  const handlePick = (id: string) => {
    setPlaying(false)
    setAt(CURVES.findIndex((candidate) => candidate.id === id))
  }

  return (
    <section className={styles.picture} aria-label="The six curves">
      <header className={styles.header}>
        <div key={curve.id} className={styles.heading}>
          <h2 className={styles.name}>{curve.name}</h2>
          <p className={styles.meaning}>{curve.meaning}</p>
        </div>
        <IconButton label={playing ? 'Stand still' : 'Play'} onClick={() => setPlaying(!playing)}>
          {playing ? <Pause size={16} strokeWidth={1.75} /> : <Play size={16} strokeWidth={1.75} />}
        </IconButton>
      </header>
      <PicturePlot curve={curve} card={card} />
      <SegmentedControl label="Curve" value={curve.id} segments={SEGMENTS} onChange={handlePick} />
    </section>
  )
}

function PicturePlot({ curve, card }: { readonly curve: Curve; readonly card: PictureCard }) {
  const y = curve.y(card.x)
  const place = {
    '--x': card.x,
    '--y': y,
    '--hand': `var(--person-${card.colorSlot})`,
    '--hand-ink': `var(--person-${card.colorSlot}-ink)`,
  } as CSSProperties
  return (
    <div className={styles.plot} style={place}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.lines} aria-hidden>
        {CURVES.map((other) => (
          <path key={other.id} d={toSvgPath(other, BOX)} className={styles.ghost} />
        ))}
      </svg>
      <div className={styles.axes} />
      <svg
        key={curve.id}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className={styles.drawn}
        aria-hidden
      >
        <path d={toSvgPath(curve, BOX)} className={styles.line} />
      </svg>
      <div key={`${curve.id}-card`} className={styles.spot} data-below={y >= 0.5 || undefined}>
        <span className={styles.point} />
        <div className={styles.card}>
          <p className={styles.cardTitle}>{card.title}</p>
          <p className={styles.reading}>{readingOf(curve, card.x)}</p>
        </div>
        <span className={styles.hand} aria-hidden>
          <svg viewBox="0 0 16 16" className={styles.arrow}>
            <path d="M2 1.5 13.5 8 8.2 9.2 5.6 14.2Z" />
          </svg>
          <span className={styles.who}>{card.who}</span>
        </span>
      </div>
      <span className={styles.value}>value</span>
      <span className={styles.effort}>effort</span>
    </div>
  )
}
