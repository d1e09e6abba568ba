import { IconCloudOff } from '@tabler/icons-react'
import { count } from './live-words.ts'
import classes from './panel-footer.module.css'

type Props = { notSaved: number }

/** Says when taps are painted but not yet in the log; empty while all is well. */
export function SaveStatus({ notSaved }: Props) {
  return (
    <output className={classes['not-saved']}>
      {notSaved > 0 && (
        <>
          <IconCloudOff size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
          {count(notSaved, 'tap')} not saved, trying again
        </>
      )}
    </output>
  )
}
