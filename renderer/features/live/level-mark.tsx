import { IconAward } from '@tabler/icons-react'
import classes from './level-mark.module.css'

type Props = { levelName: string }

/** On the tile of a pupil who reached a reward level in this lesson: for the teacher alone, never in a view to share. */
export const LevelMark = ({ levelName }: Props) =>
  levelName === '' ? null : <IconAward size={15} stroke={1.75} aria-hidden="true" className={classes.mark} />
