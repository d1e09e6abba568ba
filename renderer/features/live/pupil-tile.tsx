import { IconAlertTriangle, IconCheck, IconVideoOff } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { LevelMark } from './level-mark.tsx'
import { describeTile, type TileFacts } from './live-words.ts'
import classes from './pupil-tile.module.css'

type Props = TileFacts & {
  pupilId: string
  isChosen: boolean
  /** Letters typed so far find this pupil; `pointed` is the one the next key acts on. */
  found: 'pointed' | 'found' | 'no'
  onTap: (pupilId: string) => void
}

/** Names longer than this take two smaller lines, so that `Aleksandra W` and `Aleksandra K` stay apart. */
const LONG_NAME = 11

/** One pupil: name, points today, and what a glance should catch. Everything in it is a primitive, so it is cheap. */
export const PupilTile = memo(function PupilTile(props: Props) {
  const { pupilId, label, points, isPresent, isNoticed, isChosen, found, onTap } = props
  const tile = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (found === 'pointed') tile.current?.scrollIntoView({ block: 'nearest' })
  }, [found])
  return (
    <button
      ref={tile}
      type="button"
      className={classes.tile}
      data-noticed={isNoticed}
      data-present={isPresent}
      data-found={found === 'pointed' ? 'pointed' : found === 'found'}
      aria-pressed={isChosen}
      aria-label={describeTile(props)}
      title={label}
      onClick={() => onTap(pupilId)}
      onKeyDown={moveFocus}
    >
      <span className={classes.name} data-long={label.length > LONG_NAME}>
        {label}
      </span>
      <span className={classes.facts}>
        <span className={classes.points} data-none={points === 0}>
          {points}
        </span>
        <LevelMark levelName={props.levelName} />
        <TileFactsLine {...props} />
      </span>
      {isChosen && <IconCheck size={14} stroke={2.5} aria-hidden="true" className={classes.chosen} />}
      {props.steps > 0 && (
        <span className={classes.steps}>
          {Array.from({ length: Math.min(props.steps, 4) }, (_, step) => (
            <span key={step} className={classes.step} />
          ))}
        </span>
      )}
    </button>
  )
})

const arrows: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3 }

/** Arrow keys go from tile to tile, three in a row, while they move among no names found. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = arrows[event.key]
  if (by === undefined || event.defaultPrevented) return
  const tiles = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
  const next = tiles[tiles.indexOf(event.currentTarget) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function TileFactsLine({ isPresent, isNotSaved, minutesLate, camera, contributions }: TileFacts) {
  return (
    <>
      {isNotSaved && (
        <IconAlertTriangle size={15} stroke={2} aria-hidden="true" className={classes['not-saved']} />
      )}
      {minutesLate > 0 && <span className={classes.late}>+{minutesLate}</span>}
      {isPresent && camera !== 'on' && (
        <IconVideoOff
          size={15}
          stroke={1.75}
          aria-hidden="true"
          className={camera === 'off' ? classes.off : undefined}
        />
      )}
      {contributions > 0 && (
        <span className={classes.dots}>
          {contributions > 3 ? `•${String(contributions)}` : '•'.repeat(contributions)}
        </span>
      )}
      {!isPresent && <span>not in</span>}
    </>
  )
}
