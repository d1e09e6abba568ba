import type { CheckItem } from '../../../shared/domain/checks.ts'
import classes from '../../components/edit-rows.module.css'
import { natureInWords } from './editor-words.ts'

type Props = { label: string; items: readonly CheckItem[] }

/** Checks to be read: how each is worded, and what its button says. */
export function WordingList({ label, items }: Props) {
  return (
    <ol aria-label={label} className={classes.list}>
      {items.map((item) => (
        <li key={item.id} className={classes.item}>
          <div className={classes.wording}>
            <h3 className={classes.title}>{item.title}</h3>
            <p>
              {item.question} {item.detail}
            </p>
            <p className={classes.nature}>
              {natureInWords(item)} · button: “{item.confirm}”
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
