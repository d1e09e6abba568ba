import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLessonSharing, type LessonSharing } from '../../electron/ipc/lesson-sharing.ts'
import { openWorkingSchool, type WorkingSchool } from './working-school.ts'

/** Between two looks, ms: nothing in a test waits for the pace of writing. */
const LONGER_THAN_A_PACE = 2100

/** A teacher's computer with a live lesson, a second adult's with a school file of its own, and a folder both see. */
export type TwoComputers = {
  teacher: WorkingSchool
  second: WorkingSchool
  lessonId: string
  /** Ada Lovelace and Alan Turing, in the meeting. */
  pupilIds: string[]
  /** As the teacher's screen shows it. */
  code: string
  folder: string
  /** Joins from the shared folder, as Mr A Patel. */
  join(): Promise<void>
  /** What keeps a computer's files going, driven by hand. */
  sharingOf(school: WorkingSchool): LessonSharing
  end(): void
}

export async function openTwoComputers(): Promise<TwoComputers> {
  const [teacher, second] = [openWorkingSchool(), openWorkingSchool()]
  const folder = mkdtempSync(join(tmpdir(), 'session-companion-shared-'))
  await teacher.begin()
  await teacher.importClass()
  await teacher.ask('staff.add', { name: 'Mr A Patel', role: 'assistant' })
  const lessonId = await teacher.goLive()
  const { pupils } = await teacher.ask('lesson.get', { lessonId })
  await second.ask('school.begin', { name: 'Crofton', teacherName: 'Mr A. Patel' })
  second.clock.now = teacher.clock.now
  const { code } = await teacher.ask('sharing.start', { lessonId })

  const two: TwoComputers = {
    teacher,
    second,
    lessonId,
    pupilIds: pupils.map(({ id }) => id),
    code,
    folder,
    join: async () => {
      teacher.chosen.folder = folder
      second.chosen.folder = folder
      await teacher.ask('sharing.choose-folder', { lessonId })
      await two.sharingOf(teacher).look()
      const looked = await second.ask('join.look', { where: 'folder' })
      if (looked.outcome !== 'found') throw new Error(looked.outcome)
      const opened = await second.ask('join.open', { token: looked.token, code })
      if (opened.outcome !== 'opened') throw new Error(opened.message)
      await second.ask('join.confirm', { token: looked.token, staffId: opened.suggestedId ?? '' })
    },
    sharingOf: ({ context }) => {
      let elapsed = 0
      const sharing = createLessonSharing(context, () => elapsed)
      const look = () => {
        elapsed += LONGER_THAN_A_PACE
        return sharing.look()
      }
      return { ...sharing, look }
    },
    end: () => {
      teacher.end()
      second.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return two
}
