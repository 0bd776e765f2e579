import { OPEN_SOURCE_PORTFOLIO } from '@/lib/samples/open-source-portfolio'
import heard from '../../../ui/heard.module.css'
import { CreateBoardForm } from './create-board-form'
import { CurvePicture } from './curve-picture'
import { ForgetOtherBoards } from '../my-boards/forget-board'
import styles from './home-page.module.css'
import { MyBoards, type MyBoardsProps } from '../my-boards/my-boards'
import { PageHeader } from '../page/page-header'
import { OpenSampleButton } from './open-sample-button'

const SAMPLE = { id: OPEN_SOURCE_PORTFOLIO.id, title: OPEN_SOURCE_PORTFOLIO.title }

/** For somebody new, what Contour is for comes first; for everybody else, their boards. */
export function HomePage(mine: MyBoardsProps) {
  const isNew = mine.boards.length === 0
  return (
    <div className={styles.page}>
      <ForgetOtherBoards boardIds={mine.boards.map(({ id }) => id)} />
      <PageHeader narrowing />
      <main className={styles.main}>
        {isNew ? <Story /> : <h1 className={heard.heard}>Contour</h1>}
        <div className={styles.side}>
          <CreateBoardForm look={isNew ? 'secondary' : 'primary'} />
          {!isNew && (
            <div className={styles.sample}>
              <OpenSampleButton sample={SAMPLE} look="quiet" />
            </div>
          )}
        </div>
        <div className={styles.boards}>
          <MyBoards {...mine} />
        </div>
      </main>
    </div>
  )
}

function Story() {
  return (
    <div className={styles.story}>
      <h1 className={styles.title}>Put every initiative on the curve it really follows.</h1>
      <p className={styles.text}>
        Contour is a shared table for workshops: the group places its work on shapes of effort and value, sees
        which teams it falls to, and leaves with a picture everybody stands behind.
      </p>
      <div className={styles.start}>
        <OpenSampleButton sample={SAMPLE} look="primary" size="large" />
        <p className={styles.hint}>24 real initiatives, half of them placed. Yours to try things out on.</p>
      </div>
      <CurvePicture />
    </div>
  )
}
