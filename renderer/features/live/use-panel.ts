import { useAfterPaint } from '../../lib/after-paint.ts'
import type { LiveState, LiveStore } from './live-store.ts'

/** What the panel shows beside the lesson, a frame after the tiles; what takes the keyboard is there before the next key. */
export const usePanel = <S>(live: LiveStore, select: (state: LiveState) => S): S =>
  useAfterPaint(live, select, changesKeyboard)

/** Something with keys of its own opens or closes. A letter typed right after it must not mean something else. */
const changesKeyboard = (state: LiveState, shown: LiveState): boolean =>
  state.asking !== shown.asking ||
  state.showing !== shown.showing ||
  (state.keys.groupTyped === null) !== (shown.keys.groupTyped === null)
