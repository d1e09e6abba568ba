import type { StaffMember } from '../../../shared/domain/people.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'

type Adults = {
  secondAdult: StaffMember | null
  /** Who may come in, whoever was in before first. */
  candidates: readonly StaffMember[]
  /** Who was the second adult last, if anyone. */
  lastId: string | null
}

/** Who is in besides the teacher, and who could be. `added` are those named here since the lesson was opened. */
export function adultsOf(
  record: Pick<LessonRecordView, 'me' | 'staff' | 'events'>,
  { secondAdultId }: LessonTally,
  added: readonly StaffMember[],
): Adults {
  const known = new Map([...record.staff, ...added].map((one) => [one.id, one]))
  const lastId =
    record.events.findLast((event) => event.kind === 'second-adult-joined')?.value.staffId ?? null
  const others = [...known.values()].filter((one) => one.id !== record.me.id)
  const last = others.filter((one) => one.id === lastId)
  return {
    secondAdult:
      secondAdultId === null
        ? null
        : (known.get(secondAdultId) ?? {
            id: secondAdultId,
            name: 'The second adult',
            role: 'assistant',
          }),
    candidates: [...last, ...others.filter((one) => one.id !== lastId)],
    lastId,
  }
}
