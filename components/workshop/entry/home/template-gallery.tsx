import { drawTemplatePicture } from '@/lib/board/pictures/template-picture'
import type { GalleryEntry } from '@/lib/templates/gallery'
import { BoardDrawing } from './board-drawing'
import styles from './template-gallery.module.css'

interface TemplateGalleryProps {
  readonly legend: string
  readonly entries: readonly GalleryEntry[]
  readonly value: string
  readonly onChange: (templateId: string) => void
}

/** Templates to choose from, each with its picture. The arrow keys go through them. */
export function TemplateGallery({ legend, entries, value, onChange }: TemplateGalleryProps) {
  return (
    <fieldset className={styles.gallery}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {entries.map(({ id, name }) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name="template"
              value={id}
              checked={id === value}
              onChange={() => onChange(id)}
              className={styles.radio}
              aria-describedby={`template-${id}`}
            />
            <BoardDrawing picture={drawTemplatePicture(id)} className={styles.picture} />
            <span className={styles.name}>{name}</span>
          </label>
        ))}
      </div>
      {/* All of them take the same room, so that nothing below moves when another is chosen. */}
      <div className={styles.lines}>
        {entries.map(({ id, line }) => (
          <p key={id} id={`template-${id}`} className={styles.line} data-shown={id === value}>
            {line}
          </p>
        ))}
      </div>
    </fieldset>
  )
}
