import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { AdaptationForm } from '../../components/adaptation-form.tsx'
import { AdaptationList } from '../../components/adaptation-list.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import type { Adaptation } from '../../../shared/domain/lesson.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import classes from './intention-answer.module.css'
import { isTyping, useKeys } from './use-keys.ts'

/** The learning intention and what is adapted for whom (staff.needs): shown, or said here. */
export function IntentionAnswer(props: AnswerFormProps) {
  const { check, record, checklist, primary, onConfirm, onPassOver, onPutRight } = props
  const { lesson, pupils } = record
  const [typed, setTyped] = useState('')
  const [isAdding, setIsAdding] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const isOpen = lesson.learningIntention.trim() === ''
  const intention = isOpen ? typed.trim() : lesson.learningIntention
  const adaptations = lesson.adaptations ?? []

  const plan = (next: readonly Adaptation[]) =>
    checklist.getState().planned({
      lessonId: lesson.id,
      subject: lesson.subject,
      learningIntention: intention,
      adaptations: [...next],
      secondAdultId: lesson.secondAdultId ?? null,
    })
  const confirm = async (event: SubmitEvent) => {
    event.preventDefault()
    if (intention === '') return setIsMissing(true)
    if (check.answer?.answer === 'done') return onConfirm()
    if (await plan(adaptations)) await onPutRight()
  }
  const add = async (adaptation: Adaptation) => {
    if (!(await plan([...adaptations, adaptation]))) return
    setIsAdding(false)
    primary.current?.focus()
  }
  useKeys((event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || isAdding) return
    if (event.key.toLowerCase() !== 'a') return
    event.preventDefault()
    setIsAdding(true)
  })

  if (isAdding) {
    return (
      <>
        <AdaptationList adaptations={adaptations} pupils={pupils} />
        <AdaptationForm
          pupils={pupils}
          autoFocus
          onAdd={(one) => void add(one)}
          onCancel={() => setIsAdding(false)}
        />
      </>
    )
  }
  return (
    <form noValidate className={classes.form} onSubmit={(event) => void confirm(event)}>
      {isOpen ? (
        <TextInput
          label="Learning intention"
          autoFocus
          error={isMissing && 'Say in one line what the pupils are to learn, then press Enter.'}
          maxLength={200}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setIsMissing(false)
          }}
        />
      ) : (
        <p className={classes.intention}>{lesson.learningIntention}</p>
      )}
      <AdaptationList
        adaptations={adaptations}
        pupils={pupils}
        onRemove={(place) => void plan(adaptations.filter((_, one) => one !== place))}
      />
      <div className={classes.more}>
        <Button
          variant="default"
          onClick={() => setIsAdding(true)}
          aria-keyshortcuts="A"
          rightSection={<KeyCap>A</KeyCap>}
        >
          Add an adaptation
        </Button>
        <Button variant="subtle" onClick={() => void checklist.getState().windowOpened(lesson.id, 'plan')}>
          Open the plan
        </Button>
      </div>
      <AnswerButtons
        primary={primary}
        confirm={adaptations.length === 0 ? check.confirm : 'That is adapted'}
        hasFocus={!isOpen}
        onPassOver={onPassOver}
        passOver="Not applicable"
        hasPassOverKey={!isOpen}
      />
    </form>
  )
}
