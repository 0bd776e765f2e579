import {
  ArrowBindingUtil as EngineArrowBindingUtil,
  type BindingOnChangeOptions,
  type BindingOnCreateOptions,
  type BindingOnShapeChangeOptions,
  type BindingOnShapeIsolateOptions,
  type TLArrowBinding,
} from 'tldraw'
import { isMergedInto } from '../../../board/store/projected/merge-into-store'
import { isInPlace } from './is-in-place'

/**
 * The engine's bindings of arrows. After each change of an arrow the engine looks, once for each of its ends, through
 * everything beside it for where it has to lie; here only where it may lie elsewhere than it does.
 */
export class ArrowBindingUtil extends EngineArrowBindingUtil {
  override onAfterCreate(created: BindingOnCreateOptions<TLArrowBinding>): void {
    if (!isInPlace(this.editor, created.binding.fromId)) super.onAfterCreate(created)
  }

  override onAfterChange(change: BindingOnChangeOptions<TLArrowBinding>): void {
    if (!isInPlace(this.editor, change.bindingAfter.fromId)) super.onAfterChange(change)
  }

  override onAfterChangeFromShape(change: BindingOnShapeChangeOptions<TLArrowBinding>): void {
    const { shapeBefore, shapeAfter, reason } = change
    const isMovedAtMost =
      shapeBefore.parentId === shapeAfter.parentId && shapeBefore.index === shapeAfter.index
    if (reason === 'self' && isMovedAtMost) return
    if (!isInPlace(this.editor, shapeAfter.id)) super.onAfterChangeFromShape(change)
  }

  /**
   * Before what an arrow hangs on goes, the engine looks for where the arrow ends by itself. Where it finds no curve there it
   * throws, and nothing could be deleted, on any page: such an arrow keeps the ends it has. What others took away left it
   * where the document says: each page's own answer would be seen on that page alone.
   */
  override onBeforeIsolateFromShape(isolated: BindingOnShapeIsolateOptions<TLArrowBinding>): void {
    if (isMergedInto(this.editor.store)) return
    try {
      super.onBeforeIsolateFromShape(isolated)
    } catch {
      // Its ends were true as it was hung there.
    }
  }
}
