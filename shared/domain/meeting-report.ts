import { z } from 'zod'

/** A report's time as it stands on the clock of the account: `YYYY-MM-DDTHH:mm:ss`, with a zone (`Z`, `+01:00`) only where the file gives one. */
export const reportTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/)

/** One stretch in the meeting; without `to` the report does not say when it ended. */
export const reportInterval = z.object({ from: reportTime, to: reportTime.optional() })
export type ReportInterval = z.infer<typeof reportInterval>

/**
 * One distinct name of a meeting as its report shows it: outer space, ` (Original name)` and `(Guest)`-like marks split off.
 * Whether two names are one child is not the reader's to say. `minutes` is the merged length of the intervals, one decimal,
 * without waiting; with no times in the file its own total, and then there are no intervals.
 */
export const reportPerson = z.object({
  name: z.string(),
  originalName: z.string().optional(),
  email: z.string().optional(),
  guest: z.boolean().optional(),
  host: z.boolean().optional(),
  minutes: z.number().nonnegative(),
  intervals: z.array(reportInterval),
})
export type ReportPerson = z.infer<typeof reportPerson>
