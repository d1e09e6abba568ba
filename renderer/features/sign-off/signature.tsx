import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import classes from './signature.module.css'

type Props = {
  signer: string
  /** UTC ms. */
  signedAt: number
  /** UTC ms, null while it waits for the end-of-day export. */
  exportedAt: number | null
  /** It was signed here and now, so this is what to read next. */
  isNew: boolean
  onCorrect: () => void
}

/** The lesson is signed: by whom, when, where it goes next, and the way back. */
export function Signature({ signer, signedAt, exportedAt, isNew, onCorrect }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isNew) heading.current?.focus()
  }, [isNew])
  return (
    <section className={classes.signature} aria-label="Signature">
      <IconCircleCheck size={28} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <h2 ref={heading} tabIndex={-1} className={classes.heading}>
          Signed by {signer} at {clockTime(signedAt)}
        </h2>
        <p className={classes.next}>
          {exportedAt === null
            ? 'It goes to the office with the end-of-day export.'
            : `Exported to the office on ${fullDate(exportedAt)} at ${clockTime(exportedAt)}. After a correction, export the day again: it makes a new version.`}
        </p>
      </div>
      <div className={classes.actions}>
        <Button variant="default" onClick={onCorrect}>
          Correct something
        </Button>
        <Button component="a" href="#/today">
          Back to Today
        </Button>
      </div>
    </section>
  )
}
