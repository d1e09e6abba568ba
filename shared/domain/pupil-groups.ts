import { z } from 'zod'
import { id } from './ids.ts'

const groupName = z.string().trim().min(1).max(24)

/** Pupils of one class who are often meant together: a table, a reading group. */
export const pupilGroup = z.object({ id, name: groupName, pupilIds: z.array(id).max(60) })
export type PupilGroup = z.infer<typeof pupilGroup>
