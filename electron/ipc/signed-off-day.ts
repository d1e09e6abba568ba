import type { DayRecord } from '../../shared/domain/day-record.ts'
import { isSignedOff } from '../../shared/domain/lesson.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { readDayRecord } from '../store/day-record.ts'
import { listCards } from '../store/lessons-repository.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

/** A day's own lessons as they stand now: those signed off, with all that goes to the office of them, and those still open. */
export type SignedOffDay = { signed: LessonCard[]; open: LessonCard[]; day: DayRecord }

/** Reads a day once, for everything that is made of it. Nothing of it may be signed off. */
export function readSignedOffDay(context: Context, date: string): SignedOffDay {
  const { store, school } = whoIsHere(context)
  const { deviceName, session } = context
  const own = listCards(store, date).filter((card) => !findJoined(store, card.id))
  const signed = own.filter(isSignedOff)
  const day = readDayRecord(store, { date, school, deviceName, isExample: session.isExample }, signed)
  return { signed, open: own.filter((card) => !isSignedOff(card)), day }
}

/** The same; refused where nothing is signed off. */
export function signedOffDay(context: Context, date: string): SignedOffDay {
  const read = readSignedOffDay(context, date)
  if (read.signed.length === 0) throw nothingSigned()
  return read
}

export const nothingSigned = (): Refusal =>
  new Refusal('nothing-signed', 'Sign off a lesson first: there is nothing to export yet.')
