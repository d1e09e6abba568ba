import { z } from 'zod'
import { attitudes, behaviours, ladder } from './behaviours.ts'
import { checkItems } from './checks.ts'

/** What a school starts with: checks, behaviours, ladder, attitude scale and wording, all of it data. */
export const preset = z.object({
  notTheRegister: z.string(),
  checkItems,
  behaviours,
  ladder,
  attitudes,
})
export type Preset = z.infer<typeof preset>
