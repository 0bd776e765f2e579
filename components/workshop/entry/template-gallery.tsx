import { drawTemplatePicture } from '@/lib/board/picture'
import { listGallery } from '@/lib/templates/gallery'
import { BoardDrawing } from './board-drawing'
import styles from './template-gallery.module.css'

interface TemplateGalleryProps {
  readonly value: string
  readonly onChange: (templateId: string) => void
}

const GALLERY = listGallery()

/** What a new board can start from, each with its picture. The arrow keys go through them. */
export function TemplateGallery({ value, onChange }: TemplateGalleryProps) {
  return (
    <fieldset className={styles.gallery}>
      <legend className={styles.legend}>Start from</legend>
      {GALLERY.map(({ id, name, line }) => (
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
          <span>
            <span className={styles.name}>{name}</span>
            <span id={`template-${id}`} className={styles.line}>
              {line}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The template that is chosen until somebody chooses another. */
export const FIRST_TEMPLATE = GALLERY[0]?.id ?? ''
