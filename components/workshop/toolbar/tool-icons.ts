import {
  Circle,
  Eraser,
  Hand,
  Highlighter,
  MousePointer2,
  MoveUpRight,
  Pencil,
  Slash,
  Square,
  StickyNote,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { CanvasTool } from '../../board/canvas/canvas-tools'

export const TOOL_ICONS: Readonly<Record<CanvasTool, LucideIcon>> = {
  select: MousePointer2,
  hand: Hand,
  note: StickyNote,
  draw: Pencil,
  arrow: MoveUpRight,
  text: Type,
  rectangle: Square,
  ellipse: Circle,
  line: Slash,
  highlight: Highlighter,
  eraser: Eraser,
}
