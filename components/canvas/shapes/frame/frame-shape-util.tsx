import { Children, isValidElement } from 'react'
import { FrameShapeUtil as EngineFrameShapeUtil, type TLFrameShape } from 'tldraw'
import { OfEngine } from '../of-engine'
import { FrameHeading, type FrameHeadingProps } from './frame-heading'

/** The engine's frame, but with a heading that is a field only where somebody writes in it. */
export class FrameShapeUtil extends EngineFrameShapeUtil {
  override component(shape: TLFrameShape): React.JSX.Element {
    return <OfEngine draw={() => withOwnHeading(super.component(shape))} />
  }
}

function withOwnHeading(drawn: React.JSX.Element): React.JSX.Element {
  const { children } = drawn.props as React.PropsWithChildren
  return (
    <>
      {Children.map(children, (child) =>
        isValidElement<FrameHeadingProps>(child) && 'offsetX' in child.props ? (
          <FrameHeading {...child.props} field={child} />
        ) : (
          child
        ),
      )}
    </>
  )
}
