import { pupilsInWords } from '../../../shared/domain/people.ts'
import { type LessonFacts, mayAdmit, mayMove, refused, type Verdict } from '../../../shared/domain/lesson.ts'

/** The one big step of the waiting list. */
export type NextAct = { kind: 'admit' | 'reopen' | 'start'; label: string; verdict: Verdict }

/** What Enter does once every check is answered: let in who waits, else go on with those who are in. */
export function nextAct(facts: LessonFacts): NextAct {
  if (facts.waiting > 0 || facts.present === 0) {
    const label = facts.waiting === 0 ? 'Admit' : `Admit ${pupilsInWords(facts.waiting)}`
    return { kind: 'admit', label, verdict: mayAdmitThem(facts) }
  }
  return facts.state === 'admitting'
    ? { kind: 'start', label: 'Start the lesson', verdict: mayMove(facts, 'live') }
    : { kind: 'reopen', label: 'Go on admitting', verdict: mayMove(facts, 'admitting') }
}

function mayAdmitThem(facts: LessonFacts): Verdict {
  const opening = facts.state === 'admitting' ? null : mayMove(facts, 'admitting')
  if (opening?.ok === false) return opening
  if (facts.waiting === 0) return refused('Tick the pupils you see in the waiting room first.')
  return mayAdmit({ ...facts, state: 'admitting' }, facts.waiting)
}

/** Going back to the checks is offered only where the way forward stays open. */
export const mayGoBack = (facts: LessonFacts): boolean =>
  facts.state === 'preparing' || mayMove({ ...facts, state: 'preparing' }, 'admitting').ok
