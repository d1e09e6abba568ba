import type { StaffMember } from '../../../shared/domain/people.ts'
import { secondAdultsFor } from '../../../shared/domain/staff.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'

type Adults = {
  secondAdult: StaffMember | null
  /** The second adult is the person at this computer. */
  isMe: boolean
  /** Who may come in: whoever was in before first, then whoever is planned; the office last. */
  candidates: readonly StaffMember[]
  /** Who was the second adult last, if anyone. */
  lastId: string | null
}

/** Who is in besides the teacher, and who could be. `added` are those named here since the lesson was opened. */
export function adultsOf(
  record: Pick<LessonRecordView, 'me' | 'staff' | 'events' | 'lesson'>,
  { secondAdultId }: LessonTally,
  added: readonly StaffMember[],
): Adults {
  const known = new Map([...record.staff, ...added].map((one) => [one.id, one]))
  const lastId =
    record.events.findLast((event) => event.kind === 'second-adult-joined')?.value.staffId ?? null
  const others = secondAdultsFor(record.me, [...known.values()], record.lesson.secondAdultId)
  const last = others.filter((one) => one.id === lastId)
  return {
    isMe: secondAdultId === record.me.id,
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
