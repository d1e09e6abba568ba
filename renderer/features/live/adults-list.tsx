import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { StaffMember } from '../../../shared/domain/people.ts'
import classes from './adults-menu.module.css'
import { PanelButton } from './panel-button.tsx'
import field from './panel-field.module.css'

type Props = {
  secondAdult: StaffMember | null
  /** The second adult is the person at this computer. */
  isMe: boolean
  candidates: readonly StaffMember[]
  lastId: string | null
  onLeft: () => void
  onJoined: (staffId: string) => void
  onOtherJoined: (name: string) => void
  /** The second adult is on a computer of their own. */
  onShare: () => void
}

/** Who left or came in. Naming an adult is evidence, so it is never assumed. */
export function AdultsList(props: Props) {
  const { secondAdult, candidates, lastId, onLeft, onJoined, onOtherJoined } = props
  const list = useRef<HTMLElement>(null)
  const [other, setOther] = useState('')
  useEffect(() => list.current?.querySelector<HTMLElement>('button, input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (other.trim() !== '') onOtherJoined(other.trim())
  }
  if (secondAdult) {
    return (
      <section ref={list} aria-label="Adults" className={classes.list}>
        <p className={classes.words}>
          {props.isMe ? 'You and the teacher are in.' : `You and ${secondAdult.name} are in.`}
        </p>
        <PanelButton onClick={onLeft}>
          {props.isMe ? 'I have left' : `${secondAdult.name} has left`}
        </PanelButton>
        <PanelButton onClick={props.onShare}>Share with their computer</PanelButton>
      </section>
    )
  }
  return (
    <section ref={list} aria-label="Adults" className={classes.list}>
      <p className={classes.words}>You are the only adult. Who has come in?</p>
      {candidates.map(({ id, name }) => (
        <PanelButton key={id} onClick={() => onJoined(id)}>
          {name} is {id === lastId ? 'back' : 'in'}
        </PanelButton>
      ))}
      <form className={classes.other} onSubmit={submit}>
        <label className={classes.field}>
          Someone else
          <input
            className={field.input}
            value={other}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        </label>
        <PanelButton type="submit" disabled={other.trim() === ''}>
          Is in
        </PanelButton>
      </form>
      <PanelButton onClick={props.onShare}>Share with another computer</PanelButton>
    </section>
  )
}
