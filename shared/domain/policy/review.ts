import { fullDate, instantOf, type SchoolDate } from '../times.ts'

/** When the policy was adopted and is to be looked at again, ISO dates of the school. */
export type ReviewDates = { policyAdopted: SchoolDate; policyReview: SchoolDate }

const inFull = (date: SchoolDate): string => fullDate(instantOf(date, '12:00'))

/** Whether the policy is past its review date on a day (clause policy.review), and how to say so. */
export function reviewStanding(
  { policyAdopted, policyReview }: ReviewDates,
  today: SchoolDate,
): { isPast: boolean; adopted: string; words: string } {
  const isPast = policyReview < today
  return {
    isPast,
    adopted: `Adopted ${inFull(policyAdopted)}`,
    words: isPast
      ? `The review was due by ${inFull(policyReview)}`
      : `To be reviewed by ${inFull(policyReview)}`,
  }
}
