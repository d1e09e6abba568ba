import { randomUUID } from 'node:crypto'
import type { Lesson } from '../../../shared/domain/lesson.ts'
import { certificatesEarned, type EarnedCertificate } from '../../../shared/domain/rewards.ts'
import { type Period, termHolding } from '../../../shared/domain/school-calendar.ts'
import type { School } from '../../../shared/domain/school.ts'
import { pupilTally } from '../../../shared/domain/tally.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import type { CertificateTold } from '../../../shared/ipc/commands/certificates.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { addCertificates, listCertificates } from '../../store/certificates-repository.ts'
import { knownPupilsOfLesson, onScreen } from '../../store/classes-repository.ts'
import { pointsInTermBefore } from '../../store/event-log.ts'
import { readLog } from '../../store/open-log.ts'
import type { Store } from '../../store/open-store.ts'
import { schemeOf } from '../../store/scheme-repository.ts'
import { findJoined } from '../../store/shared-lesson-repository.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

type Prepared = Output<'certificates.prepare'>

/** Certificates of the reward levels a lesson took pupils to (staff.rewards). */
export function certificateHandlers(
  context: Context,
): Pick<Handlers, 'certificates.earned' | 'certificates.prepare'> {
  /** Lessons whose certificates are being made now: asked for twice, they are made once. */
  const running = new Map<string, Promise<Prepared>>()
  return {
    'certificates.earned': ({ lessonId }) => {
      const { store, school } = whoIsHere(context)
      const { term, certificates } = earnedIn(store, school, lessonOrRefuse(store, lessonId))
      return { term: term.name, certificates }
    },
    'certificates.prepare': (wish) => {
      const present = running.get(wish.lessonId)
      if (present) return present
      const made = context.unfinished(prepare(context, wish)).finally(() => running.delete(wish.lessonId))
      running.set(wish.lessonId, made)
      return made
    },
  }
}

type Earned = { term: Period; certificates: CertificateTold[] }

/**
 * What a lesson earned, and what of it was made already; nothing while it is not over, nor in one that is another
 * computer's: the term is known there.
 */
function earnedIn(store: Store, school: School, lesson: Lesson): Earned {
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

async function prepare(
  context: Context,
  { lessonId, wanted, place }: ParsedInput<'certificates.prepare'>,
): Promise<Prepared> {
  const { store, school, me } = whoIsHere(context)
  const lesson = lessonOrRefuse(store, lessonId)
  const { term, certificates: earned } = earnedIn(store, school, lesson)
  const chosen = earned.filter(({ pupilId, levelId }) =>
    wanted.some((one) => one.pupilId === pupilId && one.levelId === levelId),
  )
  if (chosen.length < wanted.length) {
    throw new Refusal('not-earned', 'That level was not reached in this lesson. Nothing was made.')
  }
  const parent =
    place === 'chosen'
      ? await context.chooseFolder('Choose a folder for the certificates')
      : officeFolderOf(school)
  if (parent === null) return { outcome: 'cancelled' }
  const { writeCertificates, ExportFailure } = await import('../../exchange/export/write-certificates.ts')
  const written = await writeCertificates({
    parent,
    date: schoolDateOf(lesson.startsAt),
    teacherName: school.teacherName,
    certificates: chosen.map(({ name, levelName, points }) => ({
      pupilName: name,
      levelName,
      points,
      term: term.name,
      schoolName: school.name,
      colour: school.colour,
      at: lesson.startsAt,
      teacherName: school.teacherName,
      isExample: context.session.isExample,
    })),
    printPdf: context.printPdf,
    now: context.now(),
  }).catch((error: unknown) => {
    throw error instanceof ExportFailure ? new Refusal(error.code, error.message) : error
  })
  addCertificates(
    store,
    chosen.map(({ pupilId, levelId, points }) => ({
      id: randomUUID(),
      pupilId,
      level: levelId,
      points,
      term: term.from,
      madeAt: context.now(),
      madeBy: me.id,
    })),
  )
  return { outcome: 'written', ...written }
}

function officeFolderOf({ officeFolder }: School): string {
  if (officeFolder) return officeFolder
  throw new Refusal('no-folder', "Choose the office's folder first, or another one. Nothing is lost.")
}
