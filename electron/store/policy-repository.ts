import { exceptionsAmong, standingOf } from '../../shared/domain/checks.ts'
import { weekOf } from '../../shared/domain/packs.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { LessonOfToday, PolicyFacts } from '../../shared/domain/policy/standing-facts.ts'
import { termOf } from '../../shared/domain/school-calendar.ts'
import type { School } from '../../shared/domain/school.ts'
import { tally } from '../../shared/domain/tally.ts'
import { addDays, boundsOf, type SchoolDate, schoolDateOf } from '../../shared/domain/times.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { trainingStanding } from '../../shared/domain/training.ts'
import type { PolicyException } from '../../shared/ipc/commands/policy.ts'
import { checklistOf } from './checklist-repository.ts'
import { listPupilIdsOfLesson } from './classes-repository.ts'
import { listCheckEvents, listEvents } from './event-log.ts'
import { listJoining, listOptedOutIds } from './joining-repository.ts'
import { listCards, listLessonsBetween } from './lessons-repository.ts'
import type { Store } from './open-store.ts'
import { findPack, readReceipts } from './packs-repository.ts'
import { listStaff } from './school-repository.ts'
import { takesPartOn } from '../../shared/domain/joining.ts'
import { listAcknowledgements, listTraining } from './staff-repository.ts'

/** Gathers what today's standing of the policy is told from. `now` is UTC ms. */
export function readPolicyFacts(
  store: Store,
  { school, now, toLeader }: { school: School; now: number; toLeader: boolean },
): PolicyFacts {
  const today = schoolDateOf(now)
  const cards = listCards(store, today)
  const joinings = [...listJoining(store, null).values()]
  const difficulties = joinings.flatMap(({ difficulty }) => (difficulty ? [difficulty] : []))
  return {
    now,
    today,
    school,
    toLeader,
    lessons: cards.map((card) => lessonOfToday(store, card)),
    staff: readStaffStanding(store, school, today),
    pupils: {
      optedOut: joinings.filter((known) => !takesPartOn(known, today)).length,
      difficulties: difficulties.length,
      unhelped: difficulties.filter(({ doing }) => doing === '').length,
    },
    packs: readPackStanding(store, cards, today),
  }
}

function lessonOfToday(store: Store, card: LessonCard): LessonOfToday {
  const events = listEvents(store, card.id)
  const added = tally(events)
  const { className, subject, endsAt, outsideTimetable } = card
  return {
    className,
    subject,
    endsAt,
    outsideTimetable,
    state: added.state,
    checks: standingOf(checklistOf(store, events).items, added.checks),
    tally: added,
  }
}

const teachesOrHelps = ({ role }: StaffMember): boolean => role !== 'office'

function readStaffStanding(store: Store, school: School, today: SchoolDate): PolicyFacts['staff'] {
  const staff = listStaff(store).filter(teachesOrHelps)
  const training = listTraining(store)
  const term = termOf(school.calendar, today).key
  const acknowledged = new Set(
    listAcknowledgements(store).flatMap((one) => (one.term === term ? [one.staffId] : [])),
  )
  const isTrained = (staffId: string) =>
    trainingStanding(
      school.trainingTopics,
      training.filter((one) => one.staffId === staffId),
      today,
    ).every(({ state }) => state === 'in-date')
  return {
    count: staff.length,
    untrained: staff.flatMap(({ id, name }) => (isTrained(id) ? [] : [name])),
    conductOpen: staff.flatMap(({ id, name }) => (acknowledged.has(id) ? [] : [name])),
  }
}

function readPackStanding(
  store: Store,
  cards: readonly LessonCard[],
  today: SchoolDate,
): PolicyFacts['packs'] {
  const byClass = new Map(cards.map((card) => [card.classId, card]))
  return [...byClass.values()].map((card) => {
    const pack = findPack(store, card.classId, weekOf(today))
    const receipts = pack ? readReceipts(store, pack.id) : {}
    const ids = listPupilIdsOfLesson(store, card)
    const optedOut = listOptedOutIds(store, ids, card)
    const without = ids.filter((id) => !optedOut.includes(id) && !(id in receipts))
    return { className: card.className, pack, without: without.length }
  })
}

/** How far back exceptions are shown, in days, today among them. */
const DAYS_OF_EXCEPTIONS = 14

/** Required checks passed over in the lessons of the last days, in the wording they had then, newest first. */
export function listExceptions(store: Store, now: number): PolicyException[] {
  const today = schoolDateOf(now)
  const from = boundsOf(addDays(today, 1 - DAYS_OF_EXCEPTIONS)).from
  const names = new Map(listStaff(store).map(({ id, name }) => [id, name]))
  return listLessonsBetween(store, from, boundsOf(today).until)
    .flatMap(({ id: lessonId, className, subject, startsAt }) => {
      const events = listCheckEvents(store, lessonId)
      const passedOver = exceptionsAmong(standingOf(checklistOf(store, events).items, tally(events).checks))
      return passedOver.flatMap(({ id: item, title: check, answer }): PolicyException[] => {
        if (!answer) return []
        const { reason = '', at } = answer
        const by = names.get(answer.by) ?? 'Somebody no longer on the staff list'
        return [{ lessonId, className, subject, startsAt, item, check, reason, by, at }]
      })
    })
    .toSorted((a, b) => b.at - a.at)
}
