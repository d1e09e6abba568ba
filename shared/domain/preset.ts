import { z } from 'zod'
import { checkItems } from './checks.ts'
import { scheme } from './scheme.ts'

/** What a school starts with: checks, scheme and wording, all of it data. */
export const preset = z.object({
  notTheRegister: z.string(),
  checkItems,
  scheme,
})
export type Preset = z.infer<typeof preset>
