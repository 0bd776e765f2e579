import { getAssetUrls } from '@tldraw/assets/selfHosted'
import type { TLAnyShapeUtilConstructor, TLCameraOptions, TLComponents, TldrawOptions } from 'tldraw'
import { LIMITS } from '@/lib/sync/limits'
import { CanvasLoading } from '../loading/canvas-loading'
import { CanvasFellOver } from '../loading/canvas-fell-over'
import { Overlay } from '../overlay'
import { Paper } from '../paper/paper'
import { SelectionFrame } from '../selection/selection-frame'
import { ShapeIndicators } from '../selection/shape-indicators'
import { ArrowBindingUtil } from '../shapes/arrow/arrow-binding-util'
import { ArrowShapeUtil } from '../shapes/arrow/arrow-shape-util'
import { CardShapeUtil } from '../shapes/card/card-shape-util'
import { CurvePlotShapeUtil } from '../shapes/plot/curve-plot-shape-util'
import { FrameShapeUtil } from '../shapes/frame/frame-shape-util'
import { TemplateFrameShapeUtil } from '../shapes/frame/template-frame-shape-util'
import { InteractionShapeUtil } from '../teams/interaction-shape-util'
import { TeamShapeUtil } from '../teams/team-shape-util'

// What the editor is made of. It is made anew whenever one of these is another object, so they are made once.

export const SHAPE_UTILS = [
  TemplateFrameShapeUtil,
  CurvePlotShapeUtil,
  TeamShapeUtil,
  InteractionShapeUtil,
  CardShapeUtil,
  // The engine's own arrow does not pass its own type where optional properties are exact.
  ArrowShapeUtil as TLAnyShapeUtilConstructor,
  FrameShapeUtil,
]

export const BINDING_UTILS = [ArrowBindingUtil]

/**
 * The editor's own fonts and words, served by us. It would fetch and unfold the icons of all its controls at once, for
 * each who opens a board; none of those controls is shown here.
 */
export const ASSET_URLS = withoutIcons(getAssetUrls({ baseUrl: '/canvas-assets' }))

export const NO_EMBEDS: never[] = []

export const COMPONENTS: TLComponents = {
  Background: Paper,
  InFrontOfTheCanvas: Overlay,
  SelectionForeground: SelectionFrame,
  ShapeIndicators,
  LoadingScreen: CanvasLoading,
  ErrorFallback: CanvasFellOver,
  Grid: null,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorScribble: null,
  CollaboratorShapeIndicator: null,
  ContextMenu: null,
  ActionsMenu: null,
  HelpMenu: null,
  ZoomMenu: null,
  MainMenu: null,
  Minimap: null,
  StylePanel: null,
  PageMenu: null,
  NavigationPanel: null,
  Toolbar: null,
  RichTextToolbar: null,
  ImageToolbar: null,
  VideoToolbar: null,
  KeyboardShortcutsDialog: null,
  QuickActions: null,
  HelperButtons: null,
  DebugPanel: null,
  DebugMenu: null,
  MenuPanel: null,
  TopPanel: null,
  SharePanel: null,
  CursorChatBubble: null,
  Dialogs: null,
  Toasts: null,
}

/** Options of the editor; the nonce lets its one style element through the page's policy. */
export const OPTIONS: Partial<TldrawOptions> = {
  maxShapesPerPage: LIMITS.SHAPES_ON_CANVAS,
  maxPages: 1,
  maxFilesAtOnce: 12,
  createTextOnCanvasDoubleClick: false,
  branding: 'Board',
  ...nonceOfPage(),
}

/** Steps of zoom small enough to stop where a board can be read; the engine's own halve or double it. */
export const CAMERA: Partial<TLCameraOptions> = {
  zoomSteps: [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2, 3, 4, 8],
}

type AssetUrls = ReturnType<typeof getAssetUrls>

function withoutIcons(served: AssetUrls): AssetUrls {
  return { ...served, icons: emptied(served.icons), embedIcons: emptied(served.embedIcons) }
}

/** The same names without an address: a name left out would be fetched from the engine's own host. */
function emptied<Name extends string>(addresses: Readonly<Record<Name, string>>): Record<Name, string> {
  return Object.fromEntries(Object.keys(addresses).map((name) => [name, ''])) as Record<Name, string>
}

function nonceOfPage(): { nonce?: string } {
  const nonce =
    typeof document === 'undefined' ? '' : document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  return nonce ? { nonce } : {}
}
