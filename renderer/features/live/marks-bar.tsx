import type { Mark } from '../../../shared/domain/live-key-table.ts'
import type { PupilTally } from '../../../shared/domain/tally.ts'
import { useNow } from '../../lib/clock.ts'
import { markButtons } from './mark-buttons.ts'
import classes from './marks-bar.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  /** What the lesson's log says of each pupil chosen. */
  chosen: readonly PupilTally[]
  /** When being late begins, UTC ms. */
  start: number | null
  /** What the school calls its reminder to mute; null where it has none. */
  mute: string | null
  onMark: (mark: Mark) => void
  onNote: () => void
}

const HYPHEN = '\u00AD'

/** What can be said of the pupils chosen, beside a behaviour; while nobody is, it shows what there is. */
export function MarksBar({ chosen, start, mute, onMark, onNote }: Props) {
  const now = useNow(5000)
  const isIdle = chosen.length === 0
  return (
    <section aria-label="Marks" className={classes.bar} data-idle={isIdle}>
      {markButtons({ chosen, start, now, mute }).map(({ mark, label, key, isOff = false }) => (
        <BarButton
          key={mark}
          label={label}
          shown={key === '0' ? key : `⇧${key}`}
          keys={key === '0' ? key : `Shift+${key}`}
          isOff={isOff}
          onTap={() => onMark(mark)}
        />
      ))}
      <BarButton label="Note" shown="N" keys="N" isOff={isIdle} onTap={onNote} />
    </section>
  )
}

type ButtonProps = { label: string; shown: string; keys: string; isOff?: boolean; onTap: () => void }

function BarButton({ label, shown, keys, isOff = false, onTap }: ButtonProps) {
  const words = label.replace(HYPHEN, '')
  return (
    <PanelButton
      disabled={isOff}
      aria-label={words}
      aria-keyshortcuts={keys}
      title={`${words} (${keys})`}
      onClick={onTap}
    >
      <span className={classes.label}>{label}</span>
      <span className={classes.key} aria-hidden="true">
        {shown}
      </span>
    </PanelButton>
  )
}
