import type { ReactNode } from 'react'
import { keyOf } from '../../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import { BehaviourMark } from '../../components/behaviour-mark.tsx'
import rows from '../../components/edit-rows.module.css'
import classes from './scheme-editor.module.css'
import { natureOf } from './scheme-words.ts'

type Props = { scheme: Scheme }

/** A scheme to be read: everything in it, nothing to change. */
export function SchemeView({ scheme }: Props) {
  const { behaviours, ladder, rewardLevels, attitudes, phases, mayTakeAway } = scheme
  return (
    <div className={classes.parts}>
      <ol aria-label="Behaviours" className={rows.list}>
        {behaviours.map((one, place) => (
          <li key={one.id} className={rows.item}>
            <div className={classes.reading}>
              <span className={classes.key}>{keyOf(place)}</span>
              <BehaviourMark behaviour={one} />
              <span className={rows.words}>
                <span className={rows.title}>{one.label}</span>
                <span className={rows.nature}>{natureOf(one, scheme)}</span>
              </span>
            </div>
          </li>
        ))}
      </ol>
      <dl className={classes.facts}>
        <Fact name="Points">{mayTakeAway ? 'May be taken away' : 'Are not taken away'}</Fact>
        <Fact name="Ladder">
          {ladder
            .map(({ name, reachesLeader }) => (reachesLeader ? `${name} (reaches a leader)` : name))
            .join(', ')}
        </Fact>
        <Fact name="Reward levels">
          {rewardLevels.map(({ name, points }) => `${name} at ${pointsInWords(points)}`).join(', ') || 'None'}
        </Fact>
        <Fact name="Attitude to learning">{attitudes.join(', ')}</Fact>
        <Fact name="Phases of a lesson">
          {phases.map(({ name, minutes }) => `${name} ${minutes} min`).join(', ') || 'None'}
        </Fact>
      </dl>
    </div>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={classes.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
