import { v7 as uuidv7 } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Entry, lastAct, type LessonEvent, type NewEntry } from '../../shared/domain/events.ts'
import { type LessonTally, tally } from '../../shared/domain/tally.ts'
import type { Failure, LessonRecordView } from '../../shared/ipc/contract.ts'
import type { Api } from './api.ts'
import { now } from './clock.ts'

/** An act that is painted already and not acknowledged yet. */
export type PendingAct = { at: number; entries: Entry[]; notSaved: boolean }

export type LessonState = {
  /** Null until main has answered. */
  record: LessonRecordView | null
  /** Why the lesson cannot be shown at all. */
  failure: Failure | null
  /** The log with what is on its way to it, added up. */
  tally: LessonTally
  pending: readonly PendingAct[]
  /** Why the last act was refused, in words, until the next act. */
  refusal: string | null
  /** Asks main for the lesson and follows its changes; returns the function that stops following. */
  opened(): () => void
  /** Paints an act at once and writes it. Resolves to whether it is in the log (false: refused). */
  acted(entries: readonly NewEntry[]): Promise<boolean>
  /** Takes this person's last tap or mark back. Resolves to false when there is none. */
  undone(): Promise<boolean>
  refusalSeen(): void
}

export type LessonStore = StoreApi<LessonState>

/** How long to wait before an act that could not be written is tried again, ms. */
const RETRY_MS = 1500

/** Failures after which the same act may well succeed: it stays on screen as not saved and is tried again. */
const passing: ReadonlySet<string> = new Set(['not-saved', 'no-answer'])

/** Acts that wait for their answer, so that each caller of `acted` learns what became of its own. */
type Waiting = PendingAct & { settle: (isInLog: boolean) => void }

export function createLessonStore(api: Api, lessonId: string): LessonStore {
  const queue: Waiting[] = []
  let isSending = false
  let isRetryPlanned = false
  let lastActAt = 0

  /** Every act has a moment of its own, so that undo can tell two quick ones apart. */
  const momentOfAct = (): number => {
    lastActAt = Math.max(now(), lastActAt + 1)
    return lastActAt
  }

  return createStore<LessonState>()((set, get) => {
    const repaint = (events: readonly LessonEvent[] = get().record?.events ?? []) => {
      const { record } = get()
      if (!record) return
      const pending = queue.map(({ at, entries, notSaved }) => ({ at, entries, notSaved }))
      const all = [...events, ...pendingEvents(record, pending)]
      set({ record: { ...record, events: [...events] }, pending, tally: tally(all) })
    }

    const added = (events: readonly LessonEvent[]) => {
      const known = new Set(get().record?.events.map((event) => event.id))
      const fresh = events.filter((event) => !known.has(event.id))
      repaint([...(get().record?.events ?? []), ...fresh])
    }

    const tryAgainLater = () => {
      if (isRetryPlanned) return
      isRetryPlanned = true
      setTimeout(() => {
        isRetryPlanned = false
        void send()
      }, RETRY_MS)
    }

    /** Sends the queue in order, one act at a time; stops at the first that could not be written, to try again. */
    const send = async (): Promise<void> => {
      if (isSending || isRetryPlanned) return
      isSending = true
      for (let act = queue[0]; act; act = queue[0]) {
        const reply = await api.invoke('lesson.record', { lessonId, at: act.at, entries: act.entries })
        if (!reply.ok && passing.has(reply.error.code)) {
          act.notSaved = true
          repaint()
          tryAgainLater()
          break
        }
        queue.shift()
        if (reply.ok) added(reply.value.events)
        else {
          set({ refusal: reply.error.message })
          repaint()
        }
        act.settle(reply.ok)
      }
      isSending = false
    }

    return {
      record: null,
      failure: null,
      tally: tally([]),
      pending: [],
      refusal: null,
      opened: () => {
        const stops = [
          api.on('lesson.changed', (change) => {
            if (change.lessonId === lessonId) added(change.events)
          }),
          api.on('lesson.planned', ({ lesson }) => {
            const { record } = get()
            if (record && lesson.id === lessonId) set({ record: { ...record, lesson } })
          }),
        ]
        void api.invoke('lesson.get', { lessonId }).then((reply) => {
          if (!reply.ok) {
            set({ failure: reply.error })
            return
          }
          set({ record: reply.value, failure: null, tally: tally(reply.value.events) })
        })
        return () => {
          for (const stop of stops) stop()
        }
      },
      acted: (entries) =>
        new Promise((settle) => {
          const withIds = entries.map((entry) => ({ ...entry, id: uuidv7() }))
          queue.push({ at: momentOfAct(), entries: withIds, notSaved: false, settle })
          set({ refusal: null })
          repaint()
          void send()
        }),
      undone: () => {
        const last = lastOwnAct(get())
        if (last.length === 0) return Promise.resolve(false)
        return get().acted(last.map((event) => ({ kind: 'revoked', revokes: event.id })))
      },
      refusalSeen: () => set({ refusal: null }),
    }
  })
}

/** What `undone` would take back: this person's last tap or mark, painted or written; empty when there is none. */
export const lastOwnAct = (state: Pick<LessonState, 'record' | 'pending'>): LessonEvent[] =>
  state.record ? lastAct(eventsShown(state), state.record.me.id) : []

/** The log with what is painted already and on its way to it. */
export const eventsShown = ({ record, pending }: Pick<LessonState, 'record' | 'pending'>): LessonEvent[] =>
  record ? [...record.events, ...pendingEvents(record, pending)] : []

function pendingEvents(record: LessonRecordView, pending: readonly PendingAct[]): LessonEvent[] {
  return pending.flatMap(({ at, entries }) =>
    entries.map((entry): LessonEvent => ({
      ...entry,
      lessonId: record.lesson.id,
      at,
      actorId: record.me.id,
      deviceId: 'this-window',
    })),
  )
}
