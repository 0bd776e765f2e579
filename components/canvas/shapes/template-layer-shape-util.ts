import { Rectangle2d, ShapeUtil, type Geometry2d, type SvgExportContext, type TLBaseShape } from 'tldraw'

/** A part of a template: paper that lies under everything, which nobody selects, binds to, resizes or turns. */
export abstract class TemplateLayerShapeUtil<
  Shape extends TLBaseShape<string, { w: number; h: number }>,
> extends ShapeUtil<Shape> {
  /** How round its corners are, in px. */
  protected abstract readonly radiusPx: number

  /** Drawn with the backgrounds, so that what lies between a template and the cards may be drawn there too. */
  abstract backgroundComponent(shape: Shape): React.ReactNode
  abstract override toBackgroundSvg(shape: Shape, context: SvgExportContext): React.ReactElement

  override component(): React.ReactNode {
    return null
  }

  override getGeometry({ props }: Shape): Geometry2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: true })
  }

  getIndicatorPath({ props }: Shape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, props.w, props.h, this.radiusPx)
    return path
  }

  override canTabTo(): boolean {
    return false
  }

  override canBind(): boolean {
    return false
  }

  override canSnap(): boolean {
    return false
  }

  override canResize(): boolean {
    return false
  }

  override canReceiveNewChildrenOfType(): boolean {
    return false
  }

  override hideResizeHandles(): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }
}
