import styles from '../canvas.module.css'

/** The drawing table before anything lies on it. */
export function CanvasLoading(): React.ReactNode {
  return (
    <div className={styles.loading} role="status" aria-label="The board is loading">
      <div className={styles.sheet}>
        <span className={styles.heading} />
        <div className={styles.plots}>
          {[0, 1, 2, 3, 4, 5].map((plot) => (
            <span key={plot} className={styles.plot} />
          ))}
        </div>
      </div>
    </div>
  )
}
