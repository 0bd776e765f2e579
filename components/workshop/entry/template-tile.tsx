import { CURVES } from '@/lib/curves/catalogue'
import { toSvgPath } from '@/lib/curves/svg-path'
import styles from './template-tile.module.css'

const GLYPH = { w: 16, h: 12 }

/** What the new board starts from: the six curves, each as a small drawing. */
export function TemplateTile() {
  return (
    <div className={styles.tile}>
      <svg className={styles.glyphs} viewBox="-3 -3 68 40" aria-hidden>
        {CURVES.map((curve, index) => (
          <path
            key={curve.id}
            d={toSvgPath(curve, GLYPH)}
            transform={`translate(${(index % 3) * 23} ${Math.floor(index / 3) * 22})`}
          />
        ))}
      </svg>
      <div>
        <p className={styles.name}>Starts with effort-value curves</p>
        <p className={styles.text}>Six shapes of how value comes with effort, ready to place cards on.</p>
      </div>
    </div>
  )
}
