import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { groupMembers, groupName, pupilGroup } from '../../domain/pupil-groups.ts'

const groupsOfClass = z.object({ groups: z.array(pupilGroup) })

/** Groups of pupils a class keeps; each command answers with all that it has then, in the order of their keys. */
export const groupCommands = {
  /** Under a name that is there already, these pupils take the place of its own. */
  'groups.save': {
    input: z.object({ lessonId: id, name: groupName, pupilIds: groupMembers }).strict(),
    output: groupsOfClass,
  },
  'groups.rename': { input: z.object({ groupId: id, name: groupName }).strict(), output: groupsOfClass },
  'groups.remove': { input: z.object({ groupId: id }).strict(), output: groupsOfClass },
} as const
