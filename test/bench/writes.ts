import type { Page } from '@playwright/test'
import type { Samples } from './samples.ts'

type Bridges = {
  api: { invoke(name: string, input: unknown): Promise<unknown> }
  bare: { insert(row: unknown): Promise<unknown> }
}
type Behaviour = { id: string; group: string; points: number }
type Lesson = { value: { behaviours: Behaviour[]; pupils: { id: string }[] } }
/** What both write: the same award to the same pupil. */
type Award = {
  lessonId: string
  pupilId: string
  value: Pick<Behaviour, 'group' | 'points'> & { behaviour: string }
}

const SETTLE_MS = 100

/** Writes the same award through the app and as a bare row, in turns: from asking main to its answer, ms. */
export async function writeInTurns(
  bare: Page,
  panel: Page,
  lessonId: string,
  writes: number,
): Promise<Samples> {
  const samples: Samples = { bare: [], app: [] }
  const award = await anAward(panel, lessonId)
  // The first ones compile what every later one of a lesson finds compiled.
  for (let write = -10; write < writes; write += 1) {
    // As taps come, each on its own: what the panel draws of the last write is not part of the next.
    await panel.waitForTimeout(SETTLE_MS)
    const [bareMs, appMs] = [
      await bare.evaluate(timeBareWrite, award),
      await panel.evaluate(timeWrite, award),
    ]
    if (write < 0) continue
    samples.bare.push(bareMs)
    samples.app.push(appMs)
  }
  return samples
}

async function anAward(panel: Page, lessonId: string): Promise<Award> {
  const { behaviours, pupils } = await panel.evaluate(async (id) => {
    const reply = await (globalThis as unknown as Bridges).api.invoke('lesson.get', { lessonId: id })
    // A long answer comes as text.
    return ((typeof reply === 'string' ? JSON.parse(reply) : reply) as Lesson).value
  }, lessonId)
  const [[first], [pupil]] = [behaviours, pupils]
  if (!first || !pupil) throw new Error('There is nothing to award, or nobody to award it to.')
  const { id: behaviour, group, points } = first
  return { lessonId, pupilId: pupil.id, value: { behaviour, group, points } }
}

/** In the bare page. */
async function timeBareWrite({ lessonId, pupilId, value }: Award): Promise<number> {
  const row = {
    id: crypto.randomUUID(),
    lessonId,
    pupilId,
    kind: 'award',
    value: JSON.stringify(value),
    at: Date.now(),
    actorId: crypto.randomUUID(),
    deviceId: crypto.randomUUID(),
  }
  const askedAt = performance.now()
  await (globalThis as unknown as Bridges).bare.insert(row)
  return performance.now() - askedAt
}

/** In the panel. */
async function timeWrite({ lessonId, pupilId, value }: Award): Promise<number> {
  const entries = [{ kind: 'award', id: crypto.randomUUID(), pupilId, value }]
  const { api } = globalThis as unknown as Bridges
  const askedAt = performance.now()
  const reply = (await api.invoke('lesson.record', { lessonId, at: Date.now(), entries })) as { ok: boolean }
  const tookMs = performance.now() - askedAt
  if (!reply.ok) throw new Error('The award was not written.')
  return tookMs
}
