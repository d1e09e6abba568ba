import type { Mark } from '../../../shared/domain/live-key-table.ts'
import type { PupilTally } from '../../../shared/domain/tally.ts'
import { useNow } from '../../lib/clock.ts'
import { lateMinutes } from './live-acts.ts'
import classes from './marks-bar.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  /** What the lesson's log says of each pupil chosen. */
  chosen: readonly PupilTally[]
  /** When being late begins, UTC ms. */
  start: number | null
  onMark: (mark: Mark) => void
  onClear: () => void
}

type MarkButton = { mark: Mark; label: string; shown: string; keys: string; isOff?: boolean }

/** What can be said of the pupils chosen, beside a behaviour. */
export function MarksBar({ chosen, start, onMark, onClear }: Props) {
  const now = useNow(5000)
  const isAnyIn = chosen.some((one) => one.present)
  const isAgreed = chosen.every((one) => one.camera === 'off-by-agreement')
  const buttons: MarkButton[] = [
    { mark: 'contribution', label: 'Contributed', shown: '0', keys: '0', isOff: !isAnyIn },
    { mark: 'camera', label: labelCamera(chosen), shown: '⇧C', keys: 'Shift+C', isOff: !isAnyIn },
    { mark: 'agreement', label: isAgreed ? 'Not agreed' : 'Off, agreed', shown: '⇧G', keys: 'Shift+G' },
    { mark: 'late', label: labelLate(chosen, start, now), shown: '⇧L', keys: 'Shift+L' },
    { mark: 'left', label: 'Left', shown: '⇧X', keys: 'Shift+X', isOff: !isAnyIn },
  ]
  return (
    <section aria-label="Marks" className={classes.bar}>
      {buttons.map(({ mark, label, shown, keys, isOff = false }) => (
        <PanelButton key={mark} disabled={isOff} aria-keyshortcuts={keys} onClick={() => onMark(mark)}>
          <span className={classes.label}>{label}</span>
          <span className={classes.key} aria-hidden="true">
            {shown}
          </span>
        </PanelButton>
      ))}
      <PanelButton aria-keyshortcuts="Escape" onClick={onClear}>
        <span className={classes.label}>Clear</span>
        <span className={classes.key} aria-hidden="true">
          Esc
        </span>
      </PanelButton>
    </section>
  )
}

const labelCamera = (chosen: readonly PupilTally[]): string =>
  chosen.some((one) => one.camera === 'on') ? 'Camera off' : 'Camera on'

function labelLate(chosen: readonly PupilTally[], start: number | null, now: number): string {
  if (chosen.every((one) => !one.present)) return 'Joined now'
  if (chosen.every((one) => one.present && one.minutesLate > 0)) return 'Not late'
  const [first, ...others] = chosen.map((one) => Math.max(1, lateMinutes(one, start, now)))
  return first !== undefined && others.every((one) => one === first) ? `Late ${String(first)} min` : 'Late'
}
