import { allowed, refused, type Verdict } from './lesson.ts'
import { foldName, type StaffMember } from './people.ts'
import type { School } from './school.ts'
import type { SchoolDate } from './times.ts'
import type { TrainingRecord, TrainingTopic } from './training.ts'

/** Who may change what on the staff list and in the school's settings (head.training, staff.conduct, staff.school-device). */

type Staff = readonly StaffMember[]

export const isLeader = ({ role }: StaffMember): boolean => role === 'leader'

/** What a leader decides is open to everyone while the staff list has none: somebody has to begin. */
export const mayLead = (me: StaffMember, staff: Staff): boolean => isLeader(me) || !staff.some(isLeader)

/** Whoever bears a name already, as far as it is written the same. */
export const namedAmong = <T extends { name: string }>(staff: readonly T[], name: string): T | undefined =>
  staff.find((one) => foldName(one.name) === foldName(name))

/** Whether somebody may be added in a role: anyone adds a colleague, only who leads adds a leader. */
export const mayAddStaff = (me: StaffMember, staff: Staff, role: StaffMember['role']): Verdict =>
  role !== 'leader' || mayLead(me, staff)
    ? allowed
    : refused('Only a leader adds another leader. Nothing was changed.')

/** What is asked for one member of staff. */
export type StaffChange = Pick<StaffMember, 'id' | 'name' | 'role'> & {
  /** Their confirmed account is wrong by now: they say again which is their own. */
  forgetAccount: boolean
}

/**
 * Whether a member of staff may be changed so. One's own name is one's own; everything else is a leader's, and while
 * there is none anyone may name the first. `hasSigned`: they have recorded something under the name they bear.
 */
export function mayChangeStaff(
  me: StaffMember,
  staff: Staff,
  change: StaffChange,
  hasSigned: boolean,
): Verdict {
  const before = staff.find(({ id }) => id === change.id)
  if (!before) return refused('That person is not on the staff list any more.')
  const name = mayRename(me, staff, before, change, hasSigned)
  if (!name.ok) return name
  if (change.forgetAccount && !mayLead(me, staff)) {
    return refused('Only a leader lets a confirmed profile be said again. Nothing was changed.')
  }
  return mayTakeRole(me, staff, before, change.role)
}

function mayRename(
  me: StaffMember,
  staff: Staff,
  before: StaffMember,
  { name }: StaffChange,
  hasSigned: boolean,
): Verdict {
  if (name === before.name) return allowed
  if (before.id !== me.id && !mayLead(me, staff)) {
    return refused('Only a leader writes another name for a colleague. Nothing was changed.')
  }
  const others = staff.filter(({ id }) => id !== before.id)
  if (namedAmong(others, name)) return refused(`${name} is on the staff list already.`)
  return hasSigned
    ? refused(
        `${before.name} has signed under this name, and a signature keeps its name. Add the new name instead.`,
      )
    : allowed
}

function mayTakeRole(me: StaffMember, staff: Staff, before: StaffMember, role: StaffMember['role']): Verdict {
  if (role === before.role) return allowed
  if (!staff.some(isLeader)) {
    return role === 'leader'
      ? allowed
      : refused('Name a leader first; they decide who has which role. Nothing was changed.')
  }
  if (!isLeader(me)) return refused('Only a leader changes a role. Nothing was changed.')
  return isLeader(before) && staff.filter(isLeader).length === 1
    ? refused(`${before.name} is the only leader. Name another one first.`)
    : allowed
}

/** Whether a training may be written down: one's own by oneself, anybody's by a leader, once it has taken place. */
export function mayRecordTraining(
  me: StaffMember,
  staff: Staff,
  topics: readonly TrainingTopic[],
  record: Omit<TrainingRecord, 'id'>,
  today: SchoolDate,
): Verdict {
  if (!staff.some(({ id }) => id === record.staffId)) {
    return refused('That person is not on the staff list any more.')
  }
  if (record.staffId !== me.id && !isLeader(me)) {
    return refused('Only a leader records the training of a colleague. Nothing was recorded.')
  }
  if (!topics.some(({ id }) => id === record.topic)) {
    return refused('The school does not ask for that training any more. Nothing was recorded.')
  }
  if (record.date > today) return refused('Record a training once it has taken place.')
  if (record.expires !== null && record.expires < record.date) {
    return refused('It runs out before it took place. Look at the two dates again.')
  }
  return allowed
}

const hasOrLacksAccount = (one: StaffMember, account: string): boolean =>
  one.account === undefined || one.account.toLowerCase() === account.toLowerCase()

/** Whether the account signed in may be confirmed as one's own profile (staff.school-device). */
export function mayConfirmAccount(me: StaffMember, staff: Staff, account: string): Verdict {
  if (!hasOrLacksAccount(me, account)) {
    return refused(
      `Your own profile is ${me.account}, and ${account} is signed in. A leader can let you say it again on the Staff page.`,
    )
  }
  const owner = staff.find(
    (one) => one.id !== me.id && one.account !== undefined && hasOrLacksAccount(one, account),
  )
  return owner
    ? refused(`${account} is the own profile of ${owner.name}. Sign in to the computer as yourself.`)
    : allowed
}

/** What only a leader decides: what the checks measure by, and what the school holds its staff to. */
export const leaderSettings = [
  'domain',
  'calendar',
  'colour',
  'devices',
  'trainingTopics',
  'codeOfConduct',
  'safeguarding',
  'policyAdopted',
  'policyReview',
  'reportSlackMinutes',
  'exportSettings',
  'notTheRegister',
] as const satisfies readonly (keyof School)[]

/**
 * Whether the settings may be saved so by this person. Another name is another person at this computer; one who has
 * said which account is their own works under that account only.
 */
export function maySaveSettings(
  me: StaffMember,
  staff: Staff,
  { before, after, account }: { before: School; after: School; account: string },
): Verdict {
  const others = staff.filter(({ id }) => id !== me.id)
  const wanted = after.teacherName === me.name ? undefined : namedAmong(others, after.teacherName)
  if (wanted && !hasOrLacksAccount(wanted, account)) {
    return refused(`${wanted.name} works under another account of this computer, not as ${account}.`)
  }
  if (mayLead(me, staff)) return allowed
  if (before.splitFolders.leaders !== after.splitFolders.leaders) {
    return refused('Only a leader says where what is for leaders goes. Nothing was changed.')
  }
  const isChanged = (name: keyof School) => JSON.stringify(before[name]) !== JSON.stringify(after[name])
  return leaderSettings.some(isChanged)
    ? refused('Only a leader changes what the school holds its lessons to. Nothing was changed.')
    : allowed
}

/**
 * Who may be the second adult, likeliest first: whoever is planned, then colleagues, the office last. The order among
 * them stays as given.
 */
export function secondAdultsFor(me: StaffMember, staff: Staff, plannedId: string | undefined): StaffMember[] {
  const place = ({ id, role }: StaffMember) => (id === plannedId ? 0 : role === 'office' ? 2 : 1)
  return staff.filter(({ id }) => id !== me.id).toSorted((a, b) => place(a) - place(b))
}
