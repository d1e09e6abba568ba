import { z } from 'zod'

/** Whom a clause binds, in the order of the policy. */
export const binds = ['head-teacher', 'staff', 'pupils', 'parents-and-carers', 'policy'] as const
export type Binds = (typeof binds)[number]

export const clauseId = z.string().regex(/^(head|staff|pupil|parent|policy)\.[a-z]+(-[a-z]+)*$/)

const words = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * One thing in the app that carries a clause out: a check of the checklist, a page, a rule (an exported pure function of
 * `shared/domain`, by the file it stands in), or a part that is still to come.
 */
export const means = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('check'), item: words(40) }).strict(),
  z
    .object({ kind: z.literal('screen'), path: z.string().regex(/^\/[a-zA-Z:/-]+$/), label: words(40) })
    .strict(),
  z.object({ kind: z.literal('rule'), module: z.string().regex(/^[a-z/-]+\.ts$/), name: words(60) }).strict(),
  z.object({ kind: z.literal('planned'), with: words(80) }).strict(),
])
export type Means = z.infer<typeof means>

/** An entry of the school's policy for live lessons, in this app's own words. */
export const clause = z
  .object({
    id: clauseId,
    binds: z.enum(binds),
    title: words(40),
    /** What it demands, in one sentence. */
    asks: words(200),
    /** What there is to see where it is kept. */
    satisfiedBy: words(240),
    metBy: z.array(means).min(1),
  })
  .strict()
export type Clause = z.infer<typeof clause>

export const check = (item: string): Means => ({ kind: 'check', item })
export const rule = (module: string, name: string): Means => ({ kind: 'rule', module, name })
export const planned = (part: string): Means => ({ kind: 'planned', with: part })

/** Some part of what carries it out is still to come. */
export const isPlanned = ({ metBy }: Clause): boolean => metBy.some(({ kind }) => kind === 'planned')

/** Nothing of it is there yet. */
export const isWhollyPlanned = ({ metBy }: Clause): boolean => metBy.every(({ kind }) => kind === 'planned')
