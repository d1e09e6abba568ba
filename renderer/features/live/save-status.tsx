import { IconCloudOff } from '@tabler/icons-react'
import { count } from './live-words.ts'
import classes from './save-status.module.css'

type Props = {
  notSaved: number
  /** What keeps them from being saved and what to do, in words; null where that is not known. */
  trouble: string | null
}

/** Says when taps are painted but not yet in the log, why, and that they are kept; empty while all is well. */
export function SaveStatus({ notSaved, trouble }: Props) {
  return (
    <output className={classes.status}>
      {notSaved > 0 && (
        <>
          <IconCloudOff size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
          <span>
            <strong className={classes.count}>{count(notSaved, 'tap')} not saved, trying again</strong>
            {trouble !== null && <span className={classes.trouble}>{trouble}</span>}
            <span className={classes.trouble}>
              {notSaved === 1 ? 'The tap is' : 'The taps are'} kept here, in order, until that is done.
            </span>
          </span>
        </>
      )}
    </output>
  )
}
