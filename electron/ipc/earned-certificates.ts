import type { Lesson } from '../../shared/domain/lesson.ts'
import { certificatesEarned, type EarnedCertificate } from '../../shared/domain/rewards.ts'
import { type Period, termHolding } from '../../shared/domain/school-calendar.ts'
import type { School } from '../../shared/domain/school.ts'
import { pupilTally } from '../../shared/domain/tally.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import type { CertificateTold } from '../../shared/ipc/commands/certificates.ts'
import { listCertificates } from '../store/certificates-repository.ts'
import { knownPupilsOfLesson, onScreen } from '../store/classes-repository.ts'
import { pointsInTermBefore } from '../store/event-log.ts'
import { readLog } from '../store/open-log.ts'
import type { Store } from '../store/open-store.ts'
import { schemeOf } from '../store/scheme-repository.ts'
import { findJoined } from '../store/shared-lesson-repository.ts'

type Earned = { term: Period; certificates: CertificateTold[] }

/**
 * What a lesson earned, and what of it was made already; nothing while it is not over, nor in one that is another
 * computer's: the term is known there.
 */
export function earnedIn(store: Store, school: School, lesson: Lesson): Earned {
  const term = termHolding(school.calendar, schoolDateOf(lesson.startsAt))
  const { events, tally: added } = readLog(store, lesson.id)
  if (added.endedAt === null || findJoined(store, lesson.id)) return { term, certificates: [] }
  const pupils = onScreen(knownPupilsOfLesson(store, lesson))
  const pupilIds = pupils.map(({ id }) => id)
  const before = pointsInTermBefore(store, pupilIds, { since: term.from, before: lesson.startsAt })
  const made = listCertificates(store, pupilIds, term.from)
  const madeAt = ({ pupilId, level }: EarnedCertificate) =>
    made.findLast((one) => one.pupilId === pupilId && one.level === level.id)?.madeAt ?? null
  const earned = certificatesEarned(
    schemeOf(store, events).scheme.rewardLevels,
    pupilIds.map((pupilId) => ({
      pupilId,
      before: before[pupilId] ?? 0,
      inLesson: pupilTally(added, pupilId).points,
    })),
  )
  const names = new Map(pupils.map(({ id, forename, surname }) => [id, `${forename} ${surname}`.trim()]))
  const certificates = earned.map((one): CertificateTold => ({
    pupilId: one.pupilId,
    name: names.get(one.pupilId) ?? '',
    levelId: one.level.id,
    levelName: one.level.name,
    points: one.points,
    madeAt: madeAt(one),
  }))
  return { term, certificates }
}
