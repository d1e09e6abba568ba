import { randomUUID } from 'node:crypto'
import type { School } from '../../../shared/domain/school.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import type { MakingStep } from '../../../shared/ipc/commands/export.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { addCertificates } from '../../store/certificates-repository.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { inWords } from '../in-words.ts'
import { earnedIn } from '../earned-certificates.ts'

type Prepared = Output<'certificates.prepare'>

/** Certificates of the reward levels a lesson took pupils to (staff.rewards). */
export function certificateHandlers(
  context: Context,
): Pick<Handlers, 'certificates.earned' | 'certificates.prepare' | 'certificates.stop'> {
  /** Lessons whose certificates are being made now: asked for twice, they are made once. */
  const running = new Map<string, { made: Promise<Prepared>; stop: AbortController }>()
  return {
    'certificates.earned': ({ lessonId }) => {
      const { store, school } = whoIsHere(context)
      const { term, certificates } = earnedIn(store, school, lessonOrRefuse(store, lessonId))
      return { term: term.name, certificates }
    },
    'certificates.prepare': (wish) => {
      const present = running.get(wish.lessonId)
      if (present) return present.made
      const stop = new AbortController()
      const made = context
        .unfinished(prepare(context, wish, stop.signal))
        .finally(() => running.delete(wish.lessonId))
      running.set(wish.lessonId, { made, stop })
      return made
    },
    'certificates.stop': ({ lessonId }) => {
      running.get(lessonId)?.stop.abort()
      return {}
    },
  }
}

async function prepare(
  context: Context,
  { lessonId, wanted, place }: ParsedInput<'certificates.prepare'>,
  signal: AbortSignal,
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
  const isChosen = place === 'chosen'
  const parent = isChosen
    ? await context.chooseFolder('Choose a folder for the certificates')
    : officeFolderOf(school)
  if (parent === null) return { outcome: 'cancelled' }
  const { writeCertificates } = await import('../../exchange/export/write-certificates.ts')
  const toWrite = {
    parent,
    named: { of: isChosen ? 'certificates' : 'office', isKept: !isChosen } as const,
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
    folder: context.officeFolder(),
    now: context.now(),
    told: (step: MakingStep) => context.windows.tell('certificates.progress', { lessonId, ...step }),
    signal,
  }
  const written = await inWords(() => writeCertificates(toWrite))
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
  throw new Refusal('no-folder', 'Choose the office’s folder first, or another one. Nothing is lost.')
}
