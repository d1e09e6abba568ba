import { IconAlertTriangle, IconEye } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { passOverWords } from '../../../shared/domain/checks.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import buttons from './answer-buttons.module.css'
import classes from './seen-answer.module.css'
import type { Sighting } from './checklist-store.ts'

type SeenAnswerProps = AnswerFormProps & {
  /** Where what is wrong is put right, if anywhere in the app: the app looks again by itself afterwards. */
  remedy?: { label: string; onTake: () => void }
}

/**
 * A check the app looks at by itself: what it sees, then the teacher's word where it cannot tell, or the two ways on
 * where it sees that something is wrong.
 */
export function SeenAnswer({ remedy, ...form }: SeenAnswerProps) {
  const { check, sighting, primary, onConfirm, onPassOver, onPutRight } = form
  const isWrong = sighting?.outcome === 'not-met'
  return (
    <>
      <SeenWords sighting={sighting} />
      {isWrong ? (
        <div className={buttons.buttons}>
          <Button
            ref={primary}
            autoFocus
            onClick={remedy?.onTake ?? (() => void onPutRight())}
            aria-keyshortcuts="Enter"
            rightSection={<KeyCap>Enter</KeyCap>}
            className={buttons.confirm}
          >
            {remedy?.label ?? 'Look again'}
          </Button>
          <Button
            variant="default"
            onClick={onPassOver}
            aria-keyshortcuts="N"
            rightSection={<KeyCap>N</KeyCap>}
            className={buttons.passOver}
          >
            {check.required ? 'Go on, with a reason' : passOverWords(check)}
          </Button>
        </div>
      ) : (
        <AnswerButtons
          primary={primary}
          confirm={check.confirm}
          onConfirm={onConfirm}
          onPassOver={onPassOver}
          passOver={passOverWords(check)}
        />
      )}
    </>
  )
}

type Props = { sighting: Sighting | null }

/** What the app sees, and that it is the app that says so. */
export function SeenWords({ sighting }: Props) {
  if (!sighting) return null
  const isWrong = sighting.outcome === 'not-met'
  const Icon = isWrong ? IconAlertTriangle : IconEye
  return (
    <p className={classes.seen} data-wrong={isWrong || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <span>
        <span className="visually-hidden">The app sees: </span>
        {sighting.says}
      </span>
    </p>
  )
}
