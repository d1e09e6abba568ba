import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeptOut, WaitingName } from '../../../shared/domain/waiting-list.ts'
import classes from './kept-out-list.module.css'

type Props = { keptOut: readonly KeptOut[]; onAsk: (name: WaitingName) => void }

/** More would push the class off the screen. */
const FIRST_SHOWN = 4

/** Who is waiting and not let in, with the reason. That they were kept out is written when others are let in. */
export function KeptOutList({ keptOut, onAsk }: Props) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? keptOut : keptOut.slice(0, FIRST_SHOWN)
  return (
    <section aria-labelledby="kept-out" className={classes.section}>
      <h2 id="kept-out" className={classes.title}>
        <IconHandStop size={16} stroke={1.75} aria-hidden="true" />
        Not expected: do not admit
      </h2>
      <ul aria-labelledby="kept-out" className={classes.list}>
        {shown.map(({ text, says, name }, place) => (
          <li key={`${text} ${place}`} className={classes.item}>
            <span className={classes.words}>
              <strong className={classes.name}>{text}</strong>
              <span className={classes.why}>{says}</span>
            </span>
            {name && name.reason !== 'does-not-take-part' && (
              <button
                type="button"
                className={classes.ask}
                aria-label={`Say who “${text}” is`}
                onClick={() => onAsk(name)}
              >
                Who is it?
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < keptOut.length && (
        <button type="button" className={classes.ask} onClick={() => setIsWhole(true)}>
          Show all {keptOut.length}
        </button>
      )}
    </section>
  )
}
