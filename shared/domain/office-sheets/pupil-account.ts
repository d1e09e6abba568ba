import type { LessonRecordForOffice, PupilForOffice } from '../day-record.ts'
import type { PupilTally } from '../tally.ts'
import { earlyLeave, minutesPresent, standingOnce } from './presence.ts'
import { cameraWords, equipmentInWords, participationWords, taskWords } from '../words.ts'

/**
 * One pupil's part in one lesson, in plain words. Words and times are null for those who did not take part: a camera
 * that was never on screen is neither on nor off.
 */
export type PupilAccount = {
  pupil: PupilForOffice
  calledName: string
  /** Never a code of the attendance register (docs/formats.md: no export suggests one). */
  status: 'Took part' | 'Absent' | 'Does not take part' | 'Not marked'
  /** By the meeting's report where the lesson was signed with one, else by admissions and leaving. */
  minutesPresent: number | null
  minutesLate: number | null
  leftEarly: 'Yes' | 'No' | null
  /** UTC ms; null also where the time is not known. */
  leftAt: number | null
  camera: string | null
  /** `Ready`, `Missing: ruler`; null also where nobody said. */
  equipment: string | null
  namesCorrected: number | null
  /** How often they came back after leaving. */
  returns: number | null
  contributions: number
  task: 'Done' | 'Partly' | 'Not yet' | null
  /** In the school's own words. */
  attitude: string | null
  points: number
  praise: number
  muteReminders: number
  /** Taps by behaviour id, praise and nudges only. */
  behaviours: ReadonlyMap<string, number>
}

export function pupilAccount(
  record: LessonRecordForOffice,
  pupil: PupilForOffice,
  added: PupilTally,
  endedAt: number | null,
): PupilAccount {
  return {
    pupil,
    calledName: `${pupil.forename} ${pupil.surname}`,
    // Nothing is guessed for a pupil nobody has spoken for, such as one who came to the class after the lesson.
    status: added.participation === null ? 'Not marked' : participationWords[added.participation],
    contributions: added.contributions,
    points: added.points,
    praise: added.praise,
    muteReminders: added.muteReminders,
    behaviours: behaviourCounts(record, pupil.id),
    ...(added.participation === 'took-part' ? takingPart(record, pupil, added, endedAt) : notTakingPart),
  }
}

const notTakingPart = {
  minutesPresent: null,
  minutesLate: null,
  leftEarly: null,
  leftAt: null,
  camera: null,
  equipment: null,
  namesCorrected: null,
  returns: null,
  task: null,
  attitude: null,
} as const

function takingPart(
  record: LessonRecordForOffice,
  pupil: PupilForOffice,
  added: PupilTally,
  endedAt: number | null,
) {
  const early = earlyLeave(record.events, pupil.id, endedAt) ?? leftUnseen(added, endedAt)
  return {
    minutesPresent: added.reported?.minutes ?? minutesPresent(record.events, pupil.id, endedAt),
    minutesLate: added.minutesLate,
    leftEarly: early ? ('Yes' as const) : ('No' as const),
    leftAt: early?.at ?? null,
    camera: cameraWords[added.camera],
    equipment: equipmentInWords(added),
    namesCorrected: added.namesCorrected,
    returns: added.returns,
    task: added.task === null ? null : taskWords[added.task],
    attitude: attitudeInWords(record.attitudes, added.attitude),
  }
}

/** One the app never let in and who, by the meeting's report, came and left early. */
const leftUnseen = ({ admittedAt, leftAt }: PupilTally, endedAt: number | null) =>
  admittedAt !== null || leftAt === null ? null : { at: endedAt !== null && leftAt > endedAt ? null : leftAt }

/** Place 1 is the best of the scale; a place the scale no longer has is given as its number. */
function attitudeInWords(scale: readonly string[], place: number | null): string | null {
  return place === null ? null : (scale[place - 1] ?? `${place}`)
}

/**
 * Steps of the ladder are not counted: they are informal, clear at the end of each lesson and reach a leader only
 * when an adult escalates on purpose. Mute reminders have a count of their own.
 */
function behaviourCounts(record: LessonRecordForOffice, pupilId: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const event of standingOnce(record.events)) {
    if (event.kind !== 'award' || event.pupilId !== pupilId) continue
    const { behaviour, group } = event.value
    if (group === 'step' || group === 'mute') continue
    counts.set(behaviour, (counts.get(behaviour) ?? 0) + 1)
  }
  return counts
}
