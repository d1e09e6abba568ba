import {
  IconAlertTriangle,
  IconBackpackOff,
  IconCheck,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCornerDownLeft,
  IconFlag,
  IconVideoOff,
} from '@tabler/icons-react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { LevelMark } from './level-mark.tsx'
import { describeTile, type TileFacts } from './tile-facts.ts'
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
        <TileLadder {...props} />
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

/** The step of the ladder by name, with the flag of an incident; on low screens the bar at the edge says it. */
function TileLadder({ stepName, hasIncident }: TileFacts) {
  if (stepName === '' && !hasIncident) return null
  return (
    <span className={classes.ladder}>
      {hasIncident && <IconFlag {...small} stroke={2} className={classes.flag} />}
      <span className={classes['step-name']}>{stepName}</span>
    </span>
  )
}

const taskIcons = { done: IconCircleCheck, partly: IconCircleHalf2, 'not-yet': IconCircleDashed } as const

/** What a glance should catch, the most pressing first: where there is no room, the last give way. */
function TileFactsLine(facts: TileFacts) {
  const { isPresent, isNotSaved, minutesLate, camera, contributions, task } = facts
  const TaskIcon = task && taskIcons[task]
  return (
    <span className={classes.marks}>
      {isNotSaved && <IconAlertTriangle {...small} stroke={2} className={classes['not-saved']} />}
      {!isPresent && <span>not in</span>}
      {minutesLate > 0 && <span className={classes.late}>+{minutesLate}</span>}
      {isPresent && camera !== 'on' && (
        <IconVideoOff {...small} className={camera === 'off' ? classes.off : undefined} />
      )}
      {facts.isEquipmentMissing && <IconBackpackOff {...small} className={classes.off} />}
      {contributions > 0 && (
        <span className={classes.dots}>
          {contributions > 3 ? `•${String(contributions)}` : '•'.repeat(contributions)}
        </span>
      )}
      {TaskIcon && <TaskIcon {...small} />}
      {isPresent && facts.hasReturned && <IconCornerDownLeft {...small} />}
    </span>
  )
}

const small = { size: 15, stroke: 1.75, 'aria-hidden': true } as const
