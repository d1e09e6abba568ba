import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { adaptation } from '../../domain/lesson.ts'

/** What a lesson is to be, said before it is live (staff.needs). */
export const planCommands = {
  'lesson.plan': {
    input: z
      .object({
        lessonId: id,
        subject: z.string().trim().min(1).max(60),
        /** May be open until the lesson is prepared. */
        learningIntention: z.string().trim().max(200),
        /** Empty: nothing needs adapting. Null: nobody has said yet. */
        adaptations: z.array(adaptation).max(20).nullable(),
        /** Who is planned as second adult; null for nobody. */
        secondAdultId: id.nullable(),
      })
      .strict(),
    output: z.object({}).strict(),
  },
} as const
