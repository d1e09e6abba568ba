import { memo } from 'react'
import { useStore } from 'zustand'
import { findMatches, findPointed } from '../../../shared/domain/live-choosing.ts'
import { pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import type { LiveStore } from './live-store.ts'
import { notSavedAmong } from './pending-acts.ts'
import { PupilTile } from './pupil-tile.tsx'
import { PupilTiles } from './pupil-tiles.tsx'
import { tileFactsOf } from './tile-facts.ts'
import { useGroup } from './use-group.ts'

type Props = { lesson: LessonStore; live: LiveStore }

const NO_PUPILS =
  'No pupils in this class yet. Import the class list under Classes in the main window, then open the lesson again.'

/**
 * The lesson's pupils as tiles: all, or those nobody has noticed yet (never hiding one that is chosen or found). They alone
 * follow the stores at once; the rest of the panel follows a frame later, so that a tap is seen as soon as it can be.
 */
export const LiveTiles = memo(function LiveTiles({ lesson, live }: Props) {
  const record = useLesson(lesson, (state) => state.record)
  const tally = useLesson(lesson, (state) => state.tally)
  const pending = useLesson(lesson, (state) => state.pending)
  const keys = useStore(live, (state) => state.keys)
  const isOnlyUnnoticed = useStore(live, (state) => state.isOnlyUnnoticed)
  const onTap = useStore(live, (state) => state.pupilTapped)
  const isMore = useStore(live, (state) => state.isMore)
  const groupNow = useStore(live, (state) => state.groupNow)
  const last = useStore(live, (state) => state.last)
  const group = useGroup({ isMore, groupNow, last }, record, tally)
  if (!record) return null
  const notSavedIds = notSavedAmong(pending).pupilIds
  const chosen = new Set(keys.chosen)
  const matches = new Set(findMatches(keys, group).map((one) => one.id))
  const pointedId = findPointed(keys, group)?.id
  const shown = group.pupils.filter(({ id }) => {
    const { present, noticed } = pupilTally(tally, id)
    return !isOnlyUnnoticed || chosen.has(id) || matches.has(id) || (present && !noticed)
  })
  return (
    <PupilTiles
      emptyWords={group.pupils.length === 0 ? NO_PUPILS : 'Everyone in the meeting has been noticed.'}
    >
      {shown.map((one) => {
        const { id } = one
        return (
          <PupilTile
            key={id}
            pupilId={id}
            {...tileFactsOf(one, tally, record, notSavedIds)}
            isChosen={chosen.has(id)}
            found={id === pointedId ? 'pointed' : matches.has(id) ? 'found' : 'no'}
            onTap={onTap}
          />
        )
      })}
    </PupilTiles>
  )
})
