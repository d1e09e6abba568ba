import { describe, expect, it } from 'vitest'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import type { DayRecord, LessonRecordForOffice } from '../../shared/domain/day-record.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { earlyLeave, minutesPresent, secondAdultStays } from '../../shared/domain/office-sheets/presence.ts'
import type { Sheet, SheetName } from '../../shared/domain/office-sheets/sheet.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { instantOf, minutes } from '../../shared/domain/times.ts'
import { assistantId, buildDay, idOf, startLog, teacherId } from '../support/day-fixture.ts'

const startsAt = instantOf('2021-01-18', '09:30')
const pupilId = idOf(100)
const end = startsAt + minutes(60)

describe('minutes present', () => {
  it('run from admission to the end of the lesson', () => {
    const log = startLog({ startsAt })
    log.at(2, { kind: 'admitted', pupilId, value: {} })
    expect(minutesPresent(log.events, pupilId, end)).toBe(58)
    expect(earlyLeave(log.events, pupilId, end)).toBeNull()
  })

  it('are added up when a pupil came back, and never overlap when two computers let them in', () => {
    const log = startLog({ startsAt })
    log.at(0, { kind: 'admitted', pupilId, value: {} })
    log.at(1, { kind: 'admitted', pupilId, value: {} })
    log.at(20, { kind: 'left', pupilId, value: {} })
    log.at(21, { kind: 'left', pupilId, value: {} })
    log.at(30, { kind: 'admitted', pupilId, value: {} })
    log.at(45, { kind: 'left', pupilId, value: {} })
    expect(minutesPresent(log.events, pupilId, end)).toBe(35)
    expect(earlyLeave(log.events, pupilId, end)).toEqual({ at: startsAt + minutes(45) })
  })

  it('do not depend on the order or number of copies of the events, and leave out what was undone', () => {
    const log = startLog({ startsAt })
    log.at(0, { kind: 'admitted', pupilId, value: {} })
    const left = log.at(10, { kind: 'left', pupilId, value: {} })
    log.at(11, { kind: 'revoked', revokes: left.id })
    const shuffled = [...log.events, ...log.events].toReversed()
    expect(minutesPresent(shuffled, pupilId, end)).toBe(60)
  })

  it('count whole minutes, and only up to the end', () => {
    const log = startLog({ startsAt })
    log.at(0.5, { kind: 'admitted', pupilId, value: {} })
    expect(minutesPresent(log.events, pupilId, end)).toBe(59)
  })

  it('are not guessed: never admitted, no end, or a leaving marked only after the end', () => {
    const log = startLog({ startsAt })
    expect(minutesPresent(log.events, pupilId, end)).toBeNull()
    log.at(0, { kind: 'admitted', pupilId, value: {} })
    expect(minutesPresent(log.events, pupilId, null)).toBeNull()
    log.at(62, { kind: 'left', pupilId, value: {} })
    expect(minutesPresent(log.events, pupilId, end)).toBeNull()
    expect(earlyLeave(log.events, pupilId, end)).toEqual({ at: null })
  })
})

describe('the second adult', () => {
  it('stays until they leave, another takes over, or the lesson ends', () => {
    const log = startLog({ startsAt })
    log.at(-5, { kind: 'second-adult-joined', value: { staffId: assistantId } })
    log.at(-4, { kind: 'second-adult-joined', value: { staffId: assistantId } })
    log.at(10, { kind: 'second-adult-left', value: {} })
    log.at(20, { kind: 'second-adult-joined', value: { staffId: assistantId } })
    log.at(30, { kind: 'second-adult-joined', value: { staffId: teacherId } })
    const at = (minute: number) => startsAt + minutes(minute)
    expect(secondAdultStays(log.events, end)).toEqual([
      { staffId: assistantId, joinedAt: at(-5), leftAt: at(10) },
      { staffId: assistantId, joinedAt: at(20), leftAt: at(30) },
      { staffId: teacherId, joinedAt: at(30), leftAt: end },
    ])
  })
})

const sheetNamed = (day: DayRecord, name: SheetName): Sheet => {
  const sheet = officeSheets(day).find((one) => one.name === name)
  if (!sheet) throw new Error(`No sheet ${name}`)
  return sheet
}

/** Rows by header, so that a test says what it reads. */
const table = (sheet: Sheet) =>
  sheet.rows.map((row) => Object.fromEntries(sheet.columns.map(({ header }, index) => [header, row[index]])))

const withEvents = (
  day: DayRecord,
  change: (events: readonly LessonEvent[], record: LessonRecordForOffice) => readonly LessonEvent[],
): DayRecord => ({
  ...day,
  lessons: day.lessons.map((record) => ({ ...record, events: change(record.events, record) })),
})

describe('officeSheets', () => {
  it('gives the seven sheets, every row as wide as its header, headers once each', () => {
    const sheets = officeSheets(buildDay())
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Checks',
      'Participation',
      'Points and rewards',
      'Incidents',
      'Follow-up',
      'Packs',
    ])
    for (const { columns, rows } of sheets) {
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length)
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
  })

  it('is the same for the same day, whatever the order of lessons and events', () => {
    const day = buildDay()
    const turned = withEvents({ ...day, lessons: day.lessons.toReversed() }, (events) => events.toReversed())
    expect(officeSheets(turned)).toEqual(officeSheets(day))
  })

  it('sums a lesson up', () => {
    const [first] = table(sheetNamed(buildDay(), 'Summary'))
    expect(first).toMatchObject({
      Class: '4K',
      Lesson: 'Mathematics',
      'Planned start': { at: startsAt },
      'Planned end': { at: end },
      Started: { at: startsAt + minutes(1) },
      Ended: { at: startsAt + minutes(58) },
      'Second adult': 'Mr A Patel',
      Expected: 29,
      'Took part': 28,
      Absent: 1,
      'Does not take part': 1,
      'Checks passed over': 1,
      'Outside the timetable': null,
      'Signed by': 'Ms J Reid',
      'Signed at': { at: startsAt + minutes(65) },
    })
  })

  it('says which rule held when there was no second adult, and until when one stayed', () => {
    const without = withEvents(buildDay(), (events) =>
      events.filter(({ kind }) => kind !== 'second-adult-joined'),
    )
    expect(table(sheetNamed(without, 'Summary'))[0]?.['Second adult']).toBe(
      'None: two or more waiting before admitting, ended together',
    )
    const checks = table(sheetNamed(without, 'Checks'))
    expect(checks.find((row) => row['Check'] === 'Second adult')).toMatchObject({
      'Second adult': 'None',
      Joined: null,
    })

    const gone = withEvents(buildDay({ lessons: 1 }), (events) => {
      const log = startLog({ lessonId: idOf(99), startsAt })
      return [...events, log.at(30, { kind: 'second-adult-left', value: {} })]
    })
    expect(table(sheetNamed(gone, 'Summary'))[0]?.['Second adult']).toBe('Mr A Patel (until 10:00)')
  })

  it('lists each check with answer, reason and clause', () => {
    const rows = table(sheetNamed(buildDay({ lessons: 1 }), 'Checks'))
    expect(rows).toHaveLength(juniorSchool.checkItems.length)
    expect(rows.find((row) => row['Check'] === 'Resources with every pupil')).toMatchObject({
      Answer: 'Not applicable',
      Reason: 'Nothing to hand out: work is on screen today',
      Answered: { at: startsAt - minutes(10) },
      Clause: 'staff.resources',
      'Second adult': null,
    })
    expect(rows.find((row) => row['Check'] === 'Second adult')).toMatchObject({
      Answer: 'Done',
      'Second adult': 'Mr A Patel',
      Joined: { at: startsAt - minutes(6) },
      Left: { at: startsAt + minutes(58) },
    })
  })

  it('says of each check how it is known, what was skipped, whose it is and under which version', () => {
    const day = withEvents(buildDay({ lessons: 1 }), (events) => {
      const log = startLog({ lessonId: idOf(99), startsAt })
      log.at(-5, {
        kind: 'check-answered',
        value: { item: 'school-device', answer: 'done', seen: true },
        text: 'CJS-114, your own profile',
      })
      log.at(-5, { kind: 'check-answered', value: { item: 'mute', answer: 'not-applicable' } })
      return [...events, ...log.events]
    })
    const ownMute = day.lessons.map((record) => ({
      ...record,
      checkItems: record.checkItems.map((item) =>
        item.id === 'mute' ? { ...item, required: false, clause: 'school' } : item,
      ),
    }))
    const rows = table(sheetNamed({ ...day, lessons: ownMute }, 'Checks'))
    const rowOf = (title: string) => rows.find((row) => row['Check'] === title)
    expect(rowOf('School laptop')).toMatchObject({
      'How known': 'Seen by the app: CJS-114, your own profile',
      'Checklist version': 2,
    })
    expect(rowOf('Chat to everyone')?.['How known']).toBe('By word')
    expect(rowOf('Pupils enter muted')).toMatchObject({
      Answer: 'Skipped',
      Reason: null,
      'How known': null,
      Clause: 'The school’s own',
    })
    expect(rowOf('Resources with every pupil')?.['How known']).toBeNull()
    const followUp = table(sheetNamed({ ...day, lessons: ownMute }, 'Follow-up'))
    const passedOver = followUp.filter((row) => row['To follow up'] === 'Check passed over')
    expect(passedOver.map((row) => row['Detail'])).toEqual([
      'Resources with every pupil: Nothing to hand out: work is on screen today',
    ])
  })

  it('knows a pupil by legal name and UPN, and says plainly what part they took', () => {
    const names = [{ forename: 'Aisha', surname: 'Khan', called: 'Ash' }]
    const rows = table(sheetNamed(buildDay({ names, lessons: 1 }), 'Participation'))
    expect(rows).toHaveLength(30)
    expect(rows.find((row) => row['UPN'] === 'A820000000000')).toMatchObject({
      'Legal surname': 'Khan',
      'Legal forename': 'Aisha',
      Called: 'Ash Khan',
      Class: '4K',
      Lesson: 'Mathematics',
      Start: { at: startsAt },
      'Minutes present': 59,
      'Minutes late': 0,
      'Status (not a register mark)': 'Took part',
      'Left early': 'No',
      Camera: 'On',
      Contributions: 1,
      Task: 'Done',
      Attitude: 'Excellent',
    })
    expect(rows.find((row) => row['UPN'] === 'A820000000002')).toMatchObject({
      'Status (not a register mark)': 'Absent',
      'Minutes present': null,
      Contributions: null,
      Camera: null,
      Attitude: null,
    })
    expect(rows.find((row) => row['Left early'] === 'Yes')).toMatchObject({
      'Minutes present': 41,
      'Left at': { at: startsAt + minutes(40) },
    })
  })

  it('does not guess for a pupil nobody has spoken for', () => {
    const day = withEvents(buildDay({ pupils: 2, lessons: 1 }), (events) =>
      events.filter(({ kind }) => kind !== 'participation'),
    )
    const rows = table(sheetNamed(day, 'Participation'))
    expect(rows.map((row) => row['Status (not a register mark)'])).toEqual(['Not marked', 'Not marked'])
  })

  it('takes a mark for nobody as a code of the register', () => {
    const codes = new Set('/ \\ L K V P W B D C C1 C2 E I J1 M R S T G N O U Q X Z #'.split(' '))
    const texts = officeSheets(buildDay())
      .flatMap(({ rows }) => rows.flat())
      .filter((cell) => typeof cell === 'string')
    expect(texts.filter((text) => codes.has(text))).toEqual([])
  })

  it('counts points by behaviour, the column adding up to the summary, and leaves the ladder out', () => {
    const day = buildDay({ lessons: 1 })
    const sheet = sheetNamed(day, 'Points and rewards')
    const rows = table(sheet)
    const total = rows.reduce((sum, row) => sum + Number(row['Points']), 0)
    expect(total).toBe(table(sheetNamed(day, 'Summary'))[0]?.['Points'])
    expect(rows.find((row) => row['UPN'] === 'A820000000000')).toMatchObject({
      Points: 1,
      Praise: 1,
      'Behaviour: Listening': 1,
      'Behaviour: Brilliant': 0,
      Contributions: 1,
      'Mute reminders': 1,
    })
    const said = JSON.stringify(officeSheets(day))
    for (const step of ['Reminder"', 'Warning', 'Time out', 'Senior leader']) expect(said).not.toContain(step)
  })

  it('keeps points of behaviours the school has taken off its list', () => {
    const day = buildDay({ lessons: 1 })
    const without = {
      ...day,
      lessons: day.lessons.map((record) => ({
        ...record,
        behaviours: record.behaviours.filter(({ id }) => id !== 'listening'),
      })),
    }
    const rows = table(sheetNamed(without, 'Points and rewards'))
    expect(rows.find((row) => row['UPN'] === 'A820000000000')).toMatchObject({
      Points: 1,
      'Other behaviours': 1,
    })
  })

  it('collects what is to be followed up, and says so when there is nothing', () => {
    const rows = table(sheetNamed(buildDay({ lessons: 1 }), 'Follow-up'))
    const count = (what: string) => rows.filter((row) => row['To follow up'] === what).length
    expect([count('Absent'), count('Task partly done'), count('Task not yet done')]).toEqual([1, 5, 4])
    expect(rows.find((row) => row['To follow up'] === 'Check passed over')?.['Detail']).toBe(
      'Resources with every pupil: Nothing to hand out: work is on screen today',
    )
    const noted = withEvents(buildDay({ lessons: 1 }), (events) => {
      const log = startLog({ lessonId: idOf(11), startsAt })
      log.at(59, { kind: 'note', pupilId: idOf(100), value: { about: 'follow-up' }, text: 'Bring a ruler' })
      log.at(59, { kind: 'note', value: { about: 'follow-up' }, text: 'Finish the bar models' })
      log.at(59, { kind: 'note', value: { about: 'misconception' }, text: 'Adds denominators' })
      return [...events, ...log.events.map((event, place) => ({ ...event, id: idOf(700 + place) }))]
    })
    const back = table(sheetNamed(noted, 'Follow-up')).filter(
      (row) => row['To follow up'] === 'To come back to',
    )
    expect(back.map((row) => [row['Legal forename'], row['Detail']])).toEqual([
      ['Aisha', 'Bring a ruler'],
      [null, 'Finish the bar models'],
    ])
    const quiet = withEvents(buildDay({ pupils: 2 }), (events) =>
      events.filter((event) => event.kind !== 'task' && !(event.kind === 'check-answered' && event.text)),
    )
    expect(sheetNamed(quiet, 'Follow-up').rows.flat().filter(Boolean)).toEqual([
      'None recorded in Session Companion',
    ])
    expect(sheetNamed(quiet, 'Packs').rows.flat().filter(Boolean)).toEqual([
      'None recorded in Session Companion',
    ])
  })

  it('lists incidents with what happened, or that nobody has said it, and never mere steps', () => {
    const incident = (index: number, why: 'ladder' | 'escalated') =>
      ({ kind: 'incident', pupilId: idOf(100 + index), value: { why } }) as const
    const step = { behaviour: 'reminder', group: 'step', points: 0, toStep: 4 } as const
    const day = withEvents(buildDay({ lessons: 1, pupils: 3 }), (events) => {
      const log = startLog({ lessonId: idOf(99), startsAt })
      log.at(5, {
        kind: 'award',
        pupilId: idOf(101),
        value: { behaviour: 'reminder', group: 'step', points: 0 },
      })
      log.at(20, { kind: 'award', pupilId: idOf(100), value: step })
      log.at(20, incident(0, 'ladder'))
      const own = log.at(25, incident(1, 'escalated'))
      const value = { incident: own.id }
      log.at(59, { kind: 'incident-described', pupilId: idOf(101), value, text: 'Shouted at a classmate' })
      return [...events, ...log.events, ...log.events]
    })
    const rows = table(sheetNamed(day, 'Incidents'))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      Incident: 'Ladder: Senior leader (4 of 4)',
      Lesson: 'Mathematics',
      Time: { at: startsAt + minutes(20) },
      'Legal forename': 'Aisha',
      'What happened': 'Not described yet',
    })
    expect(rows[1]).toMatchObject({
      Incident: 'Escalated by an adult',
      'Legal forename': 'Ben',
      'What happened': 'Shouted at a classmate',
    })
    const none = sheetNamed(buildDay({ lessons: 1 }), 'Incidents')
    expect(none.rows.flat().filter(Boolean)).toEqual(['None recorded in Session Companion'])
  })

  it('says of who took part what equipment was missing, that a name was put right and who came back', () => {
    const day = withEvents(buildDay({ lessons: 1, pupils: 4 }), (events) => {
      const log = startLog({ lessonId: idOf(99), startsAt })
      const pupil = { pupilId: idOf(100) }
      log.at(3, { kind: 'name-corrected', ...pupil, value: {} })
      log.at(4, { kind: 'equipment', ...pupil, value: { equipment: 'missing' }, text: 'ruler' })
      log.at(20, { kind: 'left', ...pupil, value: {} })
      log.at(22, { kind: 'admitted', ...pupil, value: {} })
      log.at(4, { kind: 'equipment', pupilId: idOf(101), value: { equipment: 'ready' } })
      return [...events, ...log.events]
    })
    const rows = table(sheetNamed(day, 'Participation'))
    const rowOf = (forename: string) => rows.find((row) => row['Legal forename'] === forename)
    expect(rowOf('Aisha')).toMatchObject({ Equipment: 'Missing: ruler', 'Name corrected': 1, 'Came back': 1 })
    expect(rowOf('Ben')).toMatchObject({ Equipment: 'Ready', 'Name corrected': 0, 'Came back': 0 })
    const absent = rows.find((row) => row['Status (not a register mark)'] === 'Absent')
    expect(absent).toMatchObject({ Equipment: null, 'Name corrected': null, 'Came back': null })
  })

  it('takes minutes present, and when one left whom the app never let in, from the meeting’s report', () => {
    const day = withEvents(buildDay({ lessons: 1, pupils: 4 }), (events) => {
      const log = startLog({ lessonId: idOf(99), startsAt })
      const [pupil, unseen] = [{ pupilId: idOf(100) }, { pupilId: idOf(101) }]
      const until = startsAt + minutes(44)
      log.at(70, { kind: 'reported', ...pupil, value: { minutes: 37, from: startsAt, until: null } })
      log.at(70, { kind: 'participation', ...unseen, value: { status: 'took-part' } })
      log.at(70, { kind: 'left', ...unseen, value: { at: until } })
      log.at(70, { kind: 'reported', ...unseen, value: { minutes: 40, from: startsAt, until } })
      const neverLetIn = events.filter((one) => one.kind !== 'admitted' || one.pupilId !== unseen.pupilId)
      return [...neverLetIn, ...log.events]
    })
    const rows = table(sheetNamed(day, 'Participation'))
    expect(rows.find((row) => row['Legal forename'] === 'Aisha')).toMatchObject({ 'Minutes present': 37 })
    expect(rows.find((row) => row['Legal forename'] === 'Ben')).toMatchObject({
      'Minutes present': 40,
      'Left early': 'Yes',
      'Left at': { at: startsAt + minutes(44) },
    })
  })

  it('says of each pupil whether they have the pack of the week, and who approved it', () => {
    const day = buildDay({ lessons: 1, pupils: 2 })
    const [first, second] = day.lessons[0]?.pupils ?? []
    if (!first || !second) throw new Error('no pupils')
    const pack = {
      id: idOf(60),
      classId: idOf(50),
      className: '4K',
      week: '2021-01-18',
      contents: 'Maths booklet',
      availableFrom: '2021-01-15',
      approval: { staffId: assistantId, at: startsAt },
      approvedBy: 'Mr A Patel',
      pupils: [
        { ...first, how: 'delivered' as const },
        { ...second, how: null },
      ],
    }
    const rows = table(sheetNamed({ ...day, packs: [pack] }, 'Packs'))
    expect(rows.map((row) => [row['Called'], row['Has it'], row['Approved by']])).toEqual([
      ["Aisha O'Neill", 'Delivered', 'Mr A Patel'],
      ['Ben Nowak', 'Without', 'Mr A Patel'],
    ])
    const open = { ...pack, approval: null, approvedBy: null }
    const [row] = table(sheetNamed({ ...day, packs: [open] }, 'Packs'))
    expect([row?.['Approved by'], row?.['Approved at']]).toEqual(['Not approved yet', null])
  })

  it('says on every sheet that it is not the register, and on every row that it is invented where it is', () => {
    for (const sheet of officeSheets(buildDay())) expect(sheet.note).toContain('not marks of the statutory')
    for (const sheet of officeSheets(buildDay({ isExample: true }))) {
      expect(sheet.note).toMatch(/^Example school - invented data/)
      expect(sheet.columns.at(-1)?.header).toBe('Example school - invented data')
      for (const row of sheet.rows) expect(row.at(-1)).toBe('Yes')
    }
  })

  it('has headers even for a day with no lessons', () => {
    for (const sheet of officeSheets(buildDay({ lessons: 0 })))
      expect(sheet.columns.length).toBeGreaterThan(0)
  })
})
