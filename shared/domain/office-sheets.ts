import type { DayRecord, PackForOffice } from './day-record.ts'
import { lessonAccounts, type CheckAccount, type LessonAccount } from './office-sheets/lesson-account.ts'
import type { PupilAccount } from './office-sheets/pupil-account.ts'
import {
  date,
  datetime,
  EXAMPLE_MARK,
  type Field,
  integer,
  key,
  NONE_RECORDED,
  type Sheet,
  sheetOf,
  text,
  time,
} from './office-sheets/sheet.ts'
import { instantOf } from './times.ts'
import { heldWords } from './words.ts'

type OfLesson = { account: LessonAccount }
type OfPupil = OfLesson & { one: PupilAccount }

/**
 * What goes to the office for one teacher's day, as seven tables (docs/formats.md): XLSX, CSV
 * and pages are all made from these. Pure: the same day gives the same tables. No code of the attendance register and
 * nothing about safeguarding is in any of them.
 */
export function officeSheets(day: DayRecord): Sheet[] {
  const accounts = lessonAccounts(day)
  return [
    summary(day, accounts),
    checks(day, accounts),
    participation(day, accounts),
    pointsAndRewards(day, accounts),
    sayingNone(incidents(day, accounts)),
    sayingNone(followUp(day, accounts)),
    sayingNone(packs(day)),
  ]
}

/** An empty table says so. */
export function sayingNone(sheet: Sheet): Sheet {
  if (sheet.rows.length > 0) return sheet
  const row = sheet.columns.map(({ header }, index) => {
    if (index === 0) return NONE_RECORDED
    return header === EXAMPLE_MARK ? 'Yes' : null
  })
  return { ...sheet, rows: [row] }
}

/** Whether a sheet only says that there is nothing. */
export const isSayingNone = ({ rows }: Sheet): boolean => rows.length === 1 && rows[0]?.[0] === NONE_RECORDED

const lessonFields = <Row extends OfLesson>(): Field<Row>[] => [
  key(text('Class', 8, ({ account }) => account.lesson.className)),
  key(date('Date', ({ account }) => account.lesson.startsAt)),
  key(text('Lesson', 14, ({ account }) => account.lesson.subject)),
  key(time('Start', ({ account }) => account.lesson.startsAt)),
]

const pupilFields = <Row extends OfPupil>(): Field<Row>[] => [
  key(text('UPN', 15, ({ one }) => one.pupil.upn)),
  key(text('Legal surname', 17, ({ one }) => one.pupil.legalSurname)),
  key(text('Legal forename', 15, ({ one }) => one.pupil.legalForename)),
  text('Called', 20, ({ one }) => one.calledName),
]

const everyPupil = (accounts: readonly LessonAccount[]): OfPupil[] =>
  accounts.flatMap((account) => account.pupils.map((one) => ({ account, one })))

function summary(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<LessonAccount>[] = [
    key(date('Date', ({ lesson }) => lesson.startsAt)),
    key(text('Class', 8, ({ lesson }) => lesson.className)),
    key(text('Lesson', 14, ({ lesson }) => lesson.subject)),
    text('Learning intention', 30, ({ lesson }) => lesson.learningIntention || null),
    key(time('Planned start', ({ lesson }) => lesson.startsAt)),
    time('Planned end', ({ lesson }) => lesson.endsAt),
    time('Started', ({ liveAt }) => liveAt),
    time('Ended', ({ endedAt }) => endedAt),
    text('Teacher', 15, () => day.teacherName),
    text('Second adult', 22, ({ secondAdultInWords }) => secondAdultInWords),
    integer('Expected', ({ expected }) => expected),
    integer('Took part', ({ tookPart }) => tookPart),
    integer('Absent', ({ absent }) => absent),
    integer('Does not take part', ({ doesNotTakePart }) => doesNotTakePart),
    integer('Points', ({ points }) => points),
    integer('Checks passed over', ({ exceptions }) => exceptions.length),
    text('Outside the timetable', 20, ({ lesson }) => lesson.outsideTimetable ?? null),
    text('Signed by', 15, ({ signedBy }) => signedBy),
    datetime('Signed at', ({ signedAt }) => signedAt),
  ]
  return sheetOf(day, 'Summary', fields, accounts)
}

type CheckRow = OfLesson & {
  check: CheckAccount | null
  adult: { name: string; joinedAt: number | null; leftAt: number | null } | null
}

/** A row for each check; the second adult's stays stand beside the check that asks for them. */
function checkRows(account: LessonAccount): CheckRow[] {
  const stays: CheckRow['adult'][] = [...account.secondAdults]
  if (stays.length === 0) stays.push({ name: 'None', joinedAt: null, leftAt: null })
  const asks = account.checks.some((check) => check.isSecondAdult)
  const rows = account.checks.flatMap((check): CheckRow[] =>
    check.isSecondAdult
      ? stays.map((adult) => ({ account, check, adult }))
      : [{ account, check, adult: null }],
  )
  return asks ? rows : [...rows, ...stays.map((adult) => ({ account, check: null, adult }))]
}

function checks(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<CheckRow>[] = [
    ...lessonFields<CheckRow>(),
    key(text('Check', 24, ({ check }) => check?.title ?? 'Second adult')),
    text('Answer', 14, ({ check }) => check?.answer ?? null),
    text('Reason', 40, ({ check }) => check?.reason ?? null),
    text('How known', 30, ({ check }) => check?.howKnown ?? null),
    time('Answered', ({ check }) => check?.at ?? null),
    text('Clause', 20, ({ check }) => check?.clause ?? null),
    integer('Checklist version', ({ account }) => account.checklistVersion),
    text('Second adult', 18, ({ adult }) => adult?.name ?? null),
    time('Joined', ({ adult }) => adult?.joinedAt ?? null),
    time('Left', ({ adult }) => adult?.leftAt ?? null),
  ]
  return sheetOf(day, 'Checks', fields, accounts.flatMap(checkRows))
}

function participation(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<OfPupil>[] = [
    ...pupilFields<OfPupil>(),
    ...lessonFields<OfPupil>(),
    integer('Minutes present', ({ one }) => one.minutesPresent),
    integer('Minutes late', ({ one }) => one.minutesLate),
    // Said in the header itself, so that the CSV stays a plain table and still says it.
    text('Status (not a register mark)', 18, ({ one }) => one.status),
    text('Left early', 8, ({ one }) => one.leftEarly),
    time('Left at', ({ one }) => one.leftAt),
    integer('Came back', ({ one }) => one.returns),
    text('Camera', 16, ({ one }) => one.camera),
    text('Equipment', 14, ({ one }) => one.equipment),
    integer('Name corrected', ({ one }) => one.namesCorrected),
    integer('Contributions', (row) => (hasPart(row) ? row.one.contributions : null)),
    text('Task', 9, ({ one }) => one.task),
    text('Attitude', 13, ({ one }) => one.attitude),
  ]
  return sheetOf(day, 'Participation', fields, everyPupil(accounts))
}

function pointsAndRewards(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<OfPupil>[] = [
    ...pupilFields<OfPupil>(),
    ...lessonFields<OfPupil>(),
    integer('Points', ({ one }) => one.points),
    integer('Praise', ({ one }) => one.praise),
    ...behaviourFields(day, accounts),
    integer('Contributions', ({ one }) => one.contributions),
    integer('Mute reminders', ({ one }) => one.muteReminders),
  ]
  return sheetOf(day, 'Points and rewards', fields, everyPupil(accounts).filter(hasPart))
}

/** Took part, or has something recorded all the same: so that the column adds up to the lesson's points. */
const hasPart = ({ one }: OfPupil): boolean =>
  one.status === 'Took part' ||
  one.points !== 0 ||
  one.contributions > 0 ||
  one.muteReminders > 0 ||
  one.behaviours.size > 0

/**
 * A column for each of the day's behaviours, by all the names it had that day: each lesson has those of its own version
 * of the scheme. One more for taps of a behaviour that none of them knows, from another computer.
 */
function behaviourFields(day: DayRecord, accounts: readonly LessonAccount[]): Field<OfPupil>[] {
  const known = new Map<string, Set<string>>()
  for (const { id, label, group } of day.lessons.flatMap((record) => record.behaviours)) {
    if (group === 'praise' || group === 'nudge') known.set(id, (known.get(id) ?? new Set()).add(label))
  }
  const isKnown = (id: string) => known.has(id)
  const others = (one: PupilAccount): number =>
    [...one.behaviours].reduce((sum, [id, count]) => (isKnown(id) ? sum : sum + count), 0)
  const fields = [...known].map(([id, labels]) =>
    integer<OfPupil>(`Behaviour: ${[...labels].join(' / ')}`, ({ one }) => one.behaviours.get(id) ?? 0),
  )
  const hasOthers = everyPupil(accounts).some(({ one }) => others(one) > 0)
  return hasOthers ? [...fields, integer('Other behaviours', ({ one }) => others(one))] : fields
}

type FollowUpRow = OfLesson & { what: string; one: PupilAccount | null; detail: string | null }

function followUpOf(account: LessonAccount): FollowUpRow[] {
  const ofPupils = (what: string, isMeant: (one: PupilAccount) => boolean) =>
    account.pupils.filter(isMeant).map((one): FollowUpRow => ({ account, what, one, detail: null }))
  return [
    ...ofPupils('Absent', (one) => one.status === 'Absent'),
    ...ofPupils('Task partly done', (one) => one.task === 'Partly'),
    ...ofPupils('Task not yet done', (one) => one.task === 'Not yet'),
    ...account.followUps.map(({ pupilId, text }): FollowUpRow => ({
      account,
      what: 'To come back to',
      one: account.pupils.find(({ pupil }) => pupil.id === pupilId) ?? null,
      detail: text,
    })),
    ...account.exceptions.map(({ title, reason }): FollowUpRow => ({
      account,
      what: 'Check passed over',
      one: null,
      detail: `${title}: ${reason ?? 'no reason given'}`,
    })),
  ]
}

function followUp(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<FollowUpRow>[] = [
    key(text('To follow up', 20, ({ what }) => what)),
    ...lessonFields<FollowUpRow>(),
    key(text('UPN', 15, ({ one }) => one?.pupil.upn ?? null)),
    key(text('Legal surname', 17, ({ one }) => one?.pupil.legalSurname ?? null)),
    key(text('Legal forename', 15, ({ one }) => one?.pupil.legalForename ?? null)),
    text('Called', 20, ({ one }) => one?.calledName ?? null),
    text('Detail', 45, ({ detail }) => detail),
  ]
  return sheetOf(day, 'Follow-up', fields, accounts.flatMap(followUpOf))
}

type IncidentRow = OfPupil & { incident: LessonAccount['incidents'][number] }

/** What a senior leader is to know of (staff.escalate): never mere steps, which are informal and clear with the lesson. */
function incidents(day: DayRecord, accounts: readonly LessonAccount[]): Sheet {
  const fields: Field<IncidentRow>[] = [
    key(text('Incident', 30, ({ incident }) => incident.why)),
    ...lessonFields<IncidentRow>(),
    key(time('Time', ({ incident }) => incident.at)),
    ...pupilFields<IncidentRow>(),
    text('What happened', 45, ({ incident }) => incident.what),
  ]
  const rows = accounts.flatMap((account) =>
    account.incidents.map((incident): IncidentRow => ({ account, incident, one: incident.one })),
  )
  return sheetOf(day, 'Incidents', fields, rows)
}

type PackRow = { pack: PackForOffice; pupil: PackForOffice['pupils'][number] }

/** A row for each pupil: who has the week's pack, and who is without (head.packs, head.pack-receipt). */
function packs(day: DayRecord): Sheet {
  const dayOf = (one: string) => instantOf(one, '12:00')
  const fields: Field<PackRow>[] = [
    text('Pack', 40, ({ pack }) => pack.contents),
    key(text('Class', 8, ({ pack }) => pack.className)),
    key(date('Week of', ({ pack }) => dayOf(pack.week))),
    date('From', ({ pack }) => dayOf(pack.availableFrom)),
    text('Approved by', 18, ({ pack }) => (pack.approval ? pack.approvedBy : 'Not approved yet')),
    datetime('Approved at', ({ pack }) => pack.approval?.at ?? null),
    key(text('UPN', 15, ({ pupil }) => pupil.upn)),
    key(text('Legal surname', 17, ({ pupil }) => pupil.legalSurname)),
    key(text('Legal forename', 15, ({ pupil }) => pupil.legalForename)),
    text('Called', 20, ({ pupil }) => `${pupil.forename} ${pupil.surname}`),
    text('Has it', 11, ({ pupil }) => (pupil.how === null ? 'Without' : heldWords[pupil.how])),
  ]
  const rows = day.packs.flatMap((pack) => pack.pupils.map((pupil): PackRow => ({ pack, pupil })))
  return sheetOf(day, 'Packs', fields, rows)
}
