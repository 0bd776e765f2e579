import styles from '../canvas.module.css'

/** Shown when the canvas cannot draw, even after trying again. */
export function CanvasFellOver(): React.ReactNode {
  return (
    <div className={styles.fellOver} role="alert">
      <p className={styles.title}>The drawing stopped.</p>
      <p>Everything is kept. Reload the page to go on.</p>
      <button type="button" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  )
}
