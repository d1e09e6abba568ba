import {
  findMatches,
  findPointed,
  type LiveClass,
  type LiveKeys,
} from '../../../shared/domain/live-choosing.ts'
import { type LessonTally, pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { PupilTile } from './pupil-tile.tsx'
import { PupilTiles } from './pupil-tiles.tsx'
import { tileFactsOf } from './tile-facts.ts'

type Props = {
  record: Pick<LessonRecordView, 'ladder' | 'pointsEarlierToday' | 'rewardLevels' | 'termPointsBefore'>
  tally: LessonTally
  keys: LiveKeys
  group: LiveClass
  /** Pupils with a tap that is not in the log yet and could not be written. */
  notSavedIds: ReadonlySet<string>
  isOnlyUnnoticed: boolean
  onTap: (pupilId: string) => void
}

const NO_PUPILS =
  'No pupils in this class yet. Import the class list under Classes in the main window, then open the lesson again.'

/** The lesson's pupils as tiles: all, or those nobody has noticed yet (never hiding one that is chosen or found). */
export function LiveTiles(props: Props) {
  const { record, tally, keys, group, notSavedIds, isOnlyUnnoticed, onTap } = props
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
}
