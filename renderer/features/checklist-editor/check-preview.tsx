import { type CheckItem, passOverWords } from '../../../shared/domain/checks.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './check-preview.module.css'

type Props = { check: CheckItem; place: number; of: number }

/** How a check will look before a lesson. Only a picture: everything in it stands in the fields beside it. */
export function CheckPreview({ check, place, of }: Props) {
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.caption}>Before a lesson it looks like this</figcaption>
      <div className={classes.window} aria-hidden="true">
        <p className={classes.count}>
          {place} of {of}
        </p>
        <p className={classes.question}>{check.question}</p>
        <p className={classes.detail}>{check.detail}</p>
        <div className={classes.buttons}>
          <span className={classes.confirm}>
            {check.confirm} <KeyCap>Enter</KeyCap>
          </span>
          <span className={classes.pass}>
            {passOverWords(check)} <KeyCap>N</KeyCap>
          </span>
        </div>
        <p className={classes.row}>
          <span className={classes.title}>{check.title}</span>
          {!check.required && <span className={classes.optional}>optional</span>}
        </p>
      </div>
    </figure>
  )
}
