import { z } from 'zod'
import { id } from './ids.ts'

/** The most a class may have saved; the first nine have a key each. */
export const MOST_GROUPS = 20

export const LONGEST_GROUP_NAME = 24

export const groupName = z.string().trim().min(1).max(LONGEST_GROUP_NAME)

/** The most pupils of one group. */
const LARGEST = 60

export const groupMembers = z.array(id).min(1).max(LARGEST)

/** Pupils of one class who are often meant together: a table, a reading group. */
export const pupilGroup = z.object({ id, name: groupName, pupilIds: groupMembers })
export type PupilGroup = z.infer<typeof pupilGroup>

/** The group of that name, however it is written. */
export const groupNamed = (name: string, groups: readonly PupilGroup[]): PupilGroup | undefined =>
  groups.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
