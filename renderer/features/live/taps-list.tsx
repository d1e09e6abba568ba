import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import type { LessonEvent } from '../../../shared/domain/events.ts'
import type { LiveClass } from '../../../shared/domain/live-choosing.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { lastTaps, type Tap } from '../../../shared/domain/taps.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import { describeTap } from './act-words.ts'
import { PanelButton } from './panel-button.tsx'
import { PanelPopover } from './panel-popover.tsx'
import classes from './taps-list.module.css'

type Props = {
  /** The log with what is on its way to it. */
  events: readonly LessonEvent[]
  behaviours: readonly Behaviour[]
  staff: readonly StaffMember[]
  meId: string
  group: LiveClass
  onTakenBack: (tap: Tap) => void
  onClose: () => void
}

/** As far back as a teacher would look for a wrong tap. */
const SHOWN = 30

/**
 * The last taps of both adults, to take any one back. The key takes back only one's own: here the name stands beside
 * a colleague's tap, so it is never taken back unseen, and who took it back stays in the log.
 */
export function TapsList({ events, behaviours, staff, meId, group, onTakenBack, onClose }: Props) {
  const taps = lastTaps(events, SHOWN)
  const nameOf = (id: string) =>
    id === meId ? 'you' : (staff.find((one) => one.id === id)?.name ?? 'another adult')
  return (
    <PanelPopover title="Last taps" onClose={onClose}>
      {taps.length === 0 && (
        <p className={classes.words}>Nothing tapped yet. What you tap stands here, to be taken back.</p>
      )}
      <ol className={classes.taps}>
        {taps.map((tap) => {
          const words = describeTap(tap.events, behaviours, group)
          const by = tap.actorId === meId ? '' : ` · ${nameOf(tap.actorId)}`
          return (
            <li key={tap.events[0]?.id} className={classes.tap} data-back={tap.takenBack !== null}>
              <time className={classes.time} dateTime={new Date(tap.at).toISOString()}>
                {clockTime(tap.at)}
              </time>
              <span className={classes.what}>
                <span className={classes.act}>{words}</span>
                {by}
                {tap.takenBack &&
                  ` · taken back ${clockTime(tap.takenBack.at)} by ${nameOf(tap.takenBack.actorId)}`}
              </span>
              {!tap.takenBack && (
                <PanelButton aria-label={`Take back ${words}${by}`} onClick={() => onTakenBack(tap)}>
                  Take back
                </PanelButton>
              )}
            </li>
          )
        })}
      </ol>
    </PanelPopover>
  )
}
