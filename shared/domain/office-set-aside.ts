import { z } from 'zod'
import { BUNDLE_PROBLEMS, type BundleProblem, bundleProblemWords } from './bundle-problem.ts'
import type { DayBundle } from './day-bundle.ts'
import { type DeviceStanding } from './office-devices.ts'
import { foldName } from './people.ts'

/** Why a file in the office's folder is not taken in. */
export const setAsideReason = z.enum([
  ...BUNDLE_PROBLEMS,
  'unreadable',
  'unknown-device',
  'removed-device',
  'other-key',
  'other-school',
  'example',
  'two-owners',
])
export type SetAsideReason = z.infer<typeof setAsideReason>

const ofDevices: Record<Exclude<DeviceStanding, 'listed'>, SetAsideReason> = {
  unknown: 'unknown-device',
  removed: 'removed-device',
  'other-key': 'other-key',
}

/** Whether a day that opened is for this office to take in; why not, where it is not. */
export function whyAside(
  { day }: Pick<DayBundle, 'day'>,
  office: {
    device: DeviceStanding
    /** The school's name here, and those somebody said are its too. */
    schoolNames: readonly string[]
    isExample: boolean
    /** Whether a lesson it says is its own is another computer's here, and nobody has decided yet. */
    isOwnedElsewhere: boolean
  },
): SetAsideReason | null {
  const { device } = office
  if (device !== 'listed') return ofDevices[device]
  if (day.isExample !== office.isExample) return 'example'
  const isOurs = office.schoolNames.some((name) => foldName(name) === foldName(day.schoolName))
  if (!isOurs) return 'other-school'
  return office.isOwnedElsewhere ? 'two-owners' : null
}

/** What a person may decide of a file set aside: that its computer, its school or its lessons are what it says. */
export const decisionFor = (reason: SetAsideReason): 'list-device' | 'our-school' | 'its-own' | null => {
  if (reason === 'unknown-device' || reason === 'removed-device' || reason === 'other-key')
    return 'list-device'
  if (reason === 'two-owners') return 'its-own'
  return reason === 'other-school' ? 'our-school' : null
}

type Words = { happened: string; toDo: string }
type OfOffice = Exclude<SetAsideReason, BundleProblem>

const compare =
  'Ask the teacher for the fingerprint of their computer (Settings). If it is this one, take the computer onto the list.'

/** What happened and what to do, in the office's words. */
export const setAsideWords: Record<SetAsideReason, Words> = {
  ...bundleProblemWords,
  ...({
    unreadable: {
      happened: 'This file cannot be read.',
      toDo: 'Ask school IT whether this account may read it. It is tried again by itself.',
    },
    'unknown-device': { happened: 'This computer is not on the office’s list yet.', toDo: compare },
    'removed-device': {
      happened: 'This computer was taken off the office’s list.',
      toDo: `If it is in use again: ${compare.charAt(0).toLowerCase()}${compare.slice(1)}`,
    },
    'other-key': {
      happened: 'A computer on the list signs with another key than before.',
      toDo: `That is right if it was set up anew, and wrong if somebody else pretends to be it. ${compare}`,
    },
    'other-school': {
      happened: 'This day is of a school of another name.',
      toDo: 'If the school is yours under another spelling, say so. If not, ask where the file came from.',
    },
    example: {
      happened:
        'This day is not of the school that is open here: one of the two is the invented example school.',
      toDo: 'Nothing invented is mixed with the school’s own records. Nothing needs doing.',
    },
    'two-owners': {
      happened: 'Two computers say that a lesson of this day is theirs.',
      toDo: 'Ask the teacher who taught it. If they changed computers, take this day in; of the two, what was written last then counts. If not, leave it: what came first stays.',
    },
  } satisfies Record<OfOffice, Words>),
}
