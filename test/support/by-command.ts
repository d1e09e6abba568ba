import type { Page } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import type { NewEntry } from '../../shared/domain/events.ts'
import type { CommandName, Input, Output } from '../../shared/ipc/contract.ts'

/** Asks main as a window does, where what is clicked is another test's matter. */
export const ask = <N extends CommandName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> =>
  page.evaluate(
    async ([command, wish]) => {
      const { api } = window as unknown as {
        api: { invoke(name: string, input: unknown): Promise<unknown> }
      }
      const said = await api.invoke(command, wish)
      const reply = (typeof said === 'string' ? JSON.parse(said) : said) as {
        ok: boolean
        value: unknown
        error?: { message: string }
      }
      if (!reply.ok) throw new Error(`${command}: ${reply.error?.message}`)
      return reply.value
    },
    [name, input] as const,
  ) as Promise<Output<N>>

export async function act(page: Page, lessonId: string, ...entries: NewEntry[]): Promise<void> {
  const { now } = await ask(page, 'app.status', {})
  const withIds = entries.map((entry) => ({ ...entry, id: uuidv7() }))
  await ask(page, 'lesson.record', { lessonId, at: now, entries: withIds })
}

/** Takes the first lesson of today from planned to ended, with what happens while it is live. */
export async function giveLesson(
  page: Page,
  whileLive: (lessonId: string, pupilIds: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const [lesson] = (await ask(page, 'today.get', {})).lessons
  const lessonId = lesson?.id ?? ''
  const { pupils, checkItems } = await ask(page, 'lesson.get', { lessonId })
  await act(page, lessonId, { kind: 'moved', value: { to: 'preparing' } })
  const { sightings } = await ask(page, 'checks.look', { lessonId })
  const isMet = (item: string) => sightings.every((one) => one.item !== item || one.outcome !== 'not-met')
  for (const { id, kind } of checkItems) {
    const isDone = kind !== 'second-adult' && isMet(id)
    await act(
      page,
      lessonId,
      isDone
        ? { kind: 'check-answered', value: { item: id, answer: 'done' } }
        : { kind: 'check-answered', value: { item: id, answer: 'not-applicable' }, text: 'Agreed before' },
    )
  }
  for (const { id: pupilId } of pupils) {
    await act(page, lessonId, { kind: 'waiting', pupilId, value: { waiting: true } })
  }
  await act(page, lessonId, { kind: 'moved', value: { to: 'admitting' } })
  await act(
    page,
    lessonId,
    ...pupils.map(({ id: pupilId }): NewEntry => ({ kind: 'admitted', pupilId, value: {} })),
    { kind: 'moved', value: { to: 'live' } },
  )
  await whileLive(
    lessonId,
    pupils.map(({ id }) => id),
  )
  await act(page, lessonId, { kind: 'moved', value: { to: 'ended' } })
  return lessonId
}

export async function sign(page: Page, lessonId: string, absentId: string | null): Promise<void> {
  const { pupils } = await ask(page, 'lesson.get', { lessonId })
  await act(
    page,
    lessonId,
    ...pupils.map(({ id: pupilId }): NewEntry => ({
      kind: 'participation',
      pupilId,
      value: { status: pupilId === absentId ? 'absent' : 'took-part' },
    })),
    { kind: 'moved', value: { to: 'signed-off' } },
  )
}
