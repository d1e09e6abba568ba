import { FAVOURITES } from '../../../shared/domain/behaviours.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import { BehaviourFace } from '../../components/behaviour-face.tsx'
import classes from './pad-preview.module.css'

type Props = {
  scheme: Scheme
  /** The behaviour whose fields are open. */
  chosenId?: string | null
  onChosen?: (id: string) => void
}

/** How the scheme will look in the live panel. A tap on a behaviour opens its fields; everything else is only a picture. */
export function PadPreview({ scheme, chosenId = null, onChosen }: Props) {
  const { behaviours, ladder, rewardLevels } = scheme
  const rows = [behaviours.slice(0, FAVOURITES), behaviours.slice(FAVOURITES)]
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.caption}>In the live panel it looks like this</figcaption>
      <div className={classes.window}>
        {rows.map(
          (row, index) =>
            row.length > 0 && (
              <div key={index === 0 ? 'favourites' : 'more'}>
                <p className={classes.caption}>{index === 0 ? 'Keys 1 to 9' : 'Shift and 1 to 9'}</p>
                <div className={classes.pad}>
                  {row.map((one, place) => (
                    <BehaviourFace
                      key={one.id}
                      behaviour={one}
                      digit={place + 1}
                      tabIndex={-1}
                      aria-hidden="true"
                      data-chosen={one.id === chosenId}
                      disabled={!onChosen}
                      onClick={() => onChosen?.(one.id)}
                    />
                  ))}
                </div>
              </div>
            ),
        )}
        <div>
          <p className={classes.caption}>Ladder</p>
          <ol className={classes.ladder}>
            {ladder.map(({ name, reachesLeader }, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- steps are told apart by their place alone
              <li key={place}>
                <span className={classes.bars} aria-hidden="true">
                  {'▮'.repeat(Math.min(4, place + 1))}
                </span>
                {name || '…'}
                {reachesLeader && <span className={classes.caption}> reaches a leader</span>}
              </li>
            ))}
          </ol>
        </div>
        {rewardLevels.length > 0 && (
          <p className={classes.levels}>
            <span className={classes.caption}>Levels</span>{' '}
            {rewardLevels.map(({ name, points }) => `${name || '…'} at ${pointsInWords(points)}`).join(', ')}
          </p>
        )}
      </div>
    </figure>
  )
}
