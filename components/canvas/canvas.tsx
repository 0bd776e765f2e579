import '@fontsource-variable/inter'
import 'tldraw/tldraw.css'
import './canvas.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Tldraw, useValue, type Editor, type TLUser } from 'tldraw'
import type { BoardClient } from '../board/board-client'
import { CanvasLoading } from './loading/canvas-loading'
import {
  ASSET_URLS,
  BINDING_UTILS,
  CAMERA,
  COMPONENTS,
  NO_EMBEDS,
  OPTIONS,
  SHAPE_UTILS,
} from './session/canvas-parts'
import { CanvasSession } from './session/canvas-session'
import { keepRequestsHome } from './keep-requests-home'
import { mountCanvas } from './session/mount-canvas'
import { cutNotes } from './paper/cut-notes'
import { createCanvasUser, followPageTheme } from './paper/page-theme'
import { thinOutLongArcs } from './shapes/arrow/long-arc'
import { measureOnPage } from './text/measure-on-page'
import { measureOnce } from './text/measure-once'
import { TEXT_OPTIONS } from './text/steady-caret'
import { waitWithFonts } from './text/wait-with-fonts'
import { ENGINE_ACTIONS } from './tools/engine-actions'
import styles from './canvas.module.css'

/** After so many falls within a few minutes the canvas stays down and says so. */
const MOST_REMOUNTS = 3
const FALLS_COUNT_FOR_MS = 5 * 60_000

export interface CanvasProps {
  readonly client: BoardClient
  /** The operator's own key for the canvas engine, if there is one. */
  readonly licenseKey: string | undefined
}

/** The canvas of a board. */
export function Canvas({ client, licenseKey }: CanvasProps): React.ReactNode {
  const isReady = useValue('board is ready', () => client.ready.get(), [client])
  // Before the user below, whose coming lets the engine start.
  useEffect(keepRequestsHome, [])
  useEffect(cutNotes, [])
  useEffect(waitWithFonts, [])
  useEffect(measureOnce, [])
  useEffect(measureOnPage, [])
  useEffect(thinOutLongArcs, [])
  const session = useCanvasSession(client, isReady)
  const user = useCanvasUser()
  if (!session || !user) return <CanvasLoading />
  return <MountedCanvas session={session} user={user} licenseKey={licenseKey} />
}

interface MountedCanvasProps {
  readonly session: CanvasSession
  readonly user: TLUser
  readonly licenseKey: string | undefined
}

function MountedCanvas({ session, user, licenseKey }: MountedCanvasProps): React.ReactNode {
  const [mounts, setMounts] = useState(0)
  const falls = useRef<readonly number[]>([])
  const onMount = useMemo(
    () => (editor: Editor) => {
      const onCrash = (): void => {
        const now = Date.now()
        falls.current = [...falls.current.filter((at) => now - at < FALLS_COUNT_FOR_MS), now]
        if (falls.current.length <= MOST_REMOUNTS) setMounts((before) => before + 1)
      }
      editor.on('crash', onCrash)
      const unmount = mountCanvas(session, editor)
      return () => {
        editor.off('crash', onCrash)
        unmount()
      }
    },
    [session],
  )
  return (
    <div className={styles.canvas}>
      <Tldraw
        key={mounts}
        store={session.store}
        user={user}
        shapeUtils={SHAPE_UTILS}
        bindingUtils={BINDING_UTILS}
        components={COMPONENTS}
        overrides={ENGINE_ACTIONS}
        options={OPTIONS}
        cameraOptions={CAMERA}
        textOptions={TEXT_OPTIONS}
        assetUrls={ASSET_URLS}
        embeds={NO_EMBEDS}
        onMount={onMount}
        {...(licenseKey !== undefined && { licenseKey })}
      />
    </div>
  )
}

/** One store for as long as the board is shown, bound once the board's first state is there. */
function useCanvasSession(client: BoardClient, isReady: boolean): CanvasSession | null {
  const session = useMemo(() => new CanvasSession(client), [client])
  const [started, setStarted] = useState<CanvasSession | null>(null)
  useEffect(() => {
    if (!isReady) return
    session.start()
    setStarted(session)
    return () => {
      setStarted(null)
      session.stop()
    }
  }, [session, isReady])
  return started
}

function useCanvasUser(): TLUser | null {
  const [user, setUser] = useState<TLUser | null>(null)
  useEffect(() => {
    const theme = followPageTheme()
    setUser(createCanvasUser(theme.isDark))
    return () => theme.stop()
  }, [])
  return user
}
