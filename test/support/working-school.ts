import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { addStaff } from '../../electron/store/school-repository.ts'
import type { Entry, NewEntry } from '../../shared/domain/events.ts'
import type { Input, Output } from '../../shared/ipc/contract.ts'
import { openTestSchool, type TestSchool } from './test-school.ts'

/** A test school on which the main job is done through the contract alone, as windows do it. */
export type WorkingSchool = TestSchool & {
  /** What the next file dialog and folder dialog answer with; null cancels them. */
  chosen: { file: string | null; folder: string | null }
  begin(): Promise<unknown>
  /** Takes the school's own folder for the office's. */
  chooseOffice(): Promise<unknown>
  chooseClassList(): Promise<Output<'class-list.choose'>>
  /** Ada Lovelace and Alan Turing come into 5C. */
  importClass(): Promise<Output<'class-list.confirm'>>
  firstClass(): Promise<Output<'classes.list'>['classes'][number]>
  /** Ada Lovelace. */
  firstPupilId(): Promise<string>
  startLesson(): Promise<{ lessonId: string }>
  /** Somebody who may approve; resolves to their id. */
  addLeader(): string
  /** Maths for the first class on Mondays at 13:30, with the teacher at this computer; a new id each time. */
  timetableWish(): Promise<Input<'timetable.save'>['entry']>
  /** Chooses a calendar of the fixtures. */
  chooseCalendar(name?: string): Promise<Output<'timetable.import-choose'>>
  /** One act, a second after the last. */
  act(lessonId: string, ...entries: NewEntry[]): Promise<Output<'lesson.record'>>
  /** Takes a lesson from planned to live, everybody in; resolves to its id. */
  goLive(): Promise<string>
  /** Takes a lesson from planned to signed off, with what happens while it is live; resolves to its id. */
  finishLesson(whileLive?: (pupilIds: readonly string[]) => NewEntry[]): Promise<string>
}

const classList = 'Forename,Surname,Class\nAda,Lovelace,5C\nAlan,Turing,5C\n'

export function openWorkingSchool(inFolder?: string): WorkingSchool {
  const chosen: WorkingSchool['chosen'] = { file: null, folder: null }
  const school = openTestSchool(
    {
      chooseFile: () => Promise.resolve(chosen.file),
      chooseFolder: () => Promise.resolve(chosen.folder),
    },
    inFolder,
  )
  const { ask, clock, folder } = school

  const chooseClassList = () => {
    chosen.file = join(folder, 'class.csv')
    writeFileSync(chosen.file, classList)
    return ask('class-list.choose', {})
  }
  const firstClass = async () => {
    const [first] = (await ask('classes.list', {})).classes
    if (!first) throw new Error('no class')
    return first
  }
  const firstPupilId = async () => {
    const { pupils } = await ask('classes.get', { classId: (await firstClass()).id })
    const [first] = pupils
    if (!first) throw new Error('no pupil')
    return first.id
  }
  const startLesson = async () =>
    ask('lesson.start', {
      classId: (await firstClass()).id,
      subject: 'Maths',
      learningIntention: 'Fractions',
      minutes: 40,
      outsideTimetable: 'Moved from yesterday',
    })
  const act: WorkingSchool['act'] = (lessonId, ...entries) => {
    clock.now += 1000
    const withIds = entries.map((entry): Entry => ({ ...entry, id: uuidv7() }))
    return ask('lesson.record', { lessonId, at: clock.now, entries: withIds })
  }

  const goLive = async () => {
    const { lessonId } = await startLesson()
    const { pupils, checkItems } = await ask('lesson.get', { lessonId })
    const each = (entry: (pupilId: string) => NewEntry) => pupils.map(({ id }) => entry(id))
    await act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    const { sightings } = await ask('checks.look', { lessonId })
    const isSeenOtherwise = (item: string) =>
      sightings.some((one) => one.item === item && one.outcome === 'not-met')
    await act(
      lessonId,
      ...checkItems.map(({ id, kind }): NewEntry =>
        kind === 'second-adult' || isSeenOtherwise(id)
          ? {
              kind: 'check-answered',
              value: { item: id, answer: 'not-applicable' },
              text: kind === 'second-adult' ? 'Nobody is free' : 'Agreed with the head teacher',
            }
          : { kind: 'check-answered', value: { item: id, answer: 'done' } },
      ),
    )
    await act(lessonId, ...each((pupilId) => ({ kind: 'waiting', pupilId, value: { waiting: true } })))
    await act(
      lessonId,
      { kind: 'moved', value: { to: 'admitting' } },
      ...each((pupilId) => ({ kind: 'admitted', pupilId, value: {} })),
      { kind: 'moved', value: { to: 'live' } },
    )
    return lessonId
  }

  return {
    ...school,
    chosen,
    begin: () => ask('school.begin', { name: 'Crofton', teacherName: 'Ms J Reid' }),
    chooseOffice: async () => {
      const { school: settings } = await ask('app.status', {})
      if (!settings) throw new Error('no school')
      return ask('school.save', { ...settings, officeFolder: folder })
    },
    chooseClassList,
    importClass: async () => {
      const read = await chooseClassList()
      if (read.outcome !== 'understood') throw new Error(read.outcome)
      return ask('class-list.confirm', { token: read.token })
    },
    firstClass,
    firstPupilId,
    startLesson,
    addLeader: () => {
      const leader = { id: randomUUID(), name: 'Mrs P Adeyemi', role: 'leader' as const }
      return addStaff(school.context.session.store(), leader).id
    },
    timetableWish: async () => {
      const [first] = (await ask('classes.list', {})).classes
      const { me } = await ask('app.status', {})
      return {
        id: randomUUID(),
        classId: first?.id ?? randomUUID(),
        when: { repeats: 'weekly', weekday: 1, from: '2021-01-04', until: null, everyWeeks: 1 },
        startsAt: '13:30',
        endsAt: '14:10',
        subject: 'Maths',
        learningIntention: 'Fractions of amounts',
        teacherId: me?.id ?? null,
        secondAdultId: null,
      }
    },
    chooseCalendar: (name = 'google-weekly.ics') => {
      chosen.file = join(import.meta.dirname, '../fixtures/calendars', name)
      return ask('timetable.import-choose', {})
    },
    act,
    goLive,
    finishLesson: async (whileLive = () => []) => {
      const lessonId = await goLive()
      const { pupils } = await ask('lesson.get', { lessonId })
      const taps = whileLive(pupils.map(({ id }) => id))
      if (taps.length > 0) await act(lessonId, ...taps)
      await act(lessonId, { kind: 'moved', value: { to: 'ended' } })
      await act(
        lessonId,
        ...pupils.map(({ id: pupilId }): NewEntry => ({
          kind: 'participation',
          pupilId,
          value: { status: 'took-part' },
        })),
        { kind: 'moved', value: { to: 'signed-off' } },
      )
      return lessonId
    },
  }
}
