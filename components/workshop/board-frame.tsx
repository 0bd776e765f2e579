'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useBoardClient } from '../board/board-context'
import { usePhoneWidth } from '../ui/phone-width'
import styles from './board-frame.module.css'
import { HintCard } from './hints/hint-card'
import { bindStrayFiles } from './import/source/bind-stray-files'
import { FileDrop } from './import/source/file-drop'
import { ImportDialog } from './import/import-dialog'
import { useImport } from './import/use-import'
import { Inspector } from './inspector/inspector'
import { HelpSheet } from './keys/help-sheet'
import { useMoving, type Moving } from './moving/use-moving'
import { BackToBoard } from './moving/back-to-board'
import { FollowingFrame, FollowingMark } from './moving/following-mark'
import { SearchPanel } from './moving/search-panel'
import { Announcements } from './notices/announcements'
import { ClosedPanel } from './notices/closed-panel'
import { ConnectionBanner } from './notices/connection-banner'
import { NoticeToast } from './notices/notice-toast'
import { RefusedBanner } from './notices/refused-banner'
import { RemovedBanner } from './notices/removed-banner'
import { SetAsideBanner } from './notices/set-aside-banner'
import { EmptyBoard } from './templates/empty-board'
import { TemplateBanner } from './templates/template-banner'
import { TemplateDialogs } from './templates/template-dialogs'
import { Toolbar } from './toolbar/toolbar'
import { TopBar } from './top-bar/top-bar'
import { bindTrayDrag } from './tray/drag/bind-tray-drag'
import { LiftedCardPreview } from './tray/drag/lifted-card'
import { Tray } from './tray/tray'
import { TrayDrag } from './tray/drag/tray-drag'
import { TrayTab } from './tray/tray-tab'
import { useCameraSteady } from './tray/use-camera-steady'
import { useTrayFold } from './tray/use-tray-fold'
import { Undone } from './undone/undone'

/** Everything around the canvas; the canvas itself is the child. */
export function BoardFrame({ children }: { readonly children: ReactNode }) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const [drag] = useState(() => new TrayDrag(client))
  const { folded, setFolded } = useTrayFold()
  const imports = useImport(client)
  const [trayFoot, setTrayFoot] = useState<HTMLElement | null>(null)
  const isPhone = usePhoneWidth()

  useEffect(() => bindTrayDrag(drag), [drag])
  useEffect(() => bindStrayFiles(client), [client])
  useCameraSteady(client, folded)
  const moving = useMoving(client, setFolded)

  return (
    <>
      <FileDrop className={styles.frame} enabled={canEdit} onFile={(file) => void imports.takeFile(file)}>
        <TopBar onSearch={moving.openSearch} onHelp={moving.openHelp} />
        <Tray
          drag={drag}
          folded={folded}
          sought={moving.sought}
          onFold={setFolded}
          onImport={imports.open}
          onPasteLines={imports.takeLines}
          footRef={setTrayFoot}
        />
        <main className={styles.canvas} aria-label="Board" data-testid="canvas-area">
          <div className={styles.stage}>{children}</div>
          <FollowingFrame />
          <EmptyBoard />
          {folded && <TrayTab onOpen={() => setFolded(false)} />}
          <AboveCanvas moving={moving} />
          <div className={styles.below}>
            <Toolbar />
          </div>
          <div className={styles.toasts}>
            <NoticeToast />
            <HintCard foot={folded || isPhone ? null : trayFoot} isTrayFolded={folded} />
          </div>
          <ClosedPanel />
        </main>
        <Inspector />
      </FileDrop>
      <LiftedCardPreview drag={drag} />
      <ImportDialog flow={imports} />
      <HelpSheet open={moving.helping} onOpenChange={moving.setHelping} />
      <TemplateDialogs />
      <Announcements />
      <Undone show={moving.goTo} />
    </>
  )
}

/** What comes up over the canvas: the search, and what there is to be told. */
function AboveCanvas({ moving }: { readonly moving: Moving }) {
  return (
    <div className={styles.above} data-above-canvas>
      {moving.searching > 0 && (
        <SearchPanel
          key={moving.searching}
          onShow={moving.show}
          onClose={moving.closeSearch}
          onLeave={moving.leaveSearch}
        />
      )}
      <FollowingMark />
      <ConnectionBanner />
      <RefusedBanner />
      <RemovedBanner />
      <SetAsideBanner />
      <BackToBoard />
      <TemplateBanner />
    </div>
  )
}
