import { v7 as uuidv7 } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Entry, lastAct, type LessonEvent, type NewEntry } from '../../shared/domain/events.ts'
import { admittedAsAgreed } from '../../shared/domain/joining.ts'
import { emptyLog, extendLog } from '../../shared/domain/lesson-log.ts'
import type { LessonTally } from '../../shared/domain/tally.ts'
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
  /** Why what is pending could not be written yet, in words; null while all is well. */
  trouble: string | null
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
  /** What main is known to have on disk. */
  let log = emptyLog

  /**
   * Every act has a moment of its own, so that undo can tell two quick ones apart, and follows what the log has, as it
   * will in main: another computer's clock may be ahead.
   */
  const momentOfAct = (): number => {
    lastActAt = Math.max(now(), lastActAt + 1, (log.events.at(-1)?.at ?? 0) + 1)
    return lastActAt
  }

  return createStore<LessonState>()((set, get) => {
    /** Paints the log as main has it, with what is on its way to it, and what else changed with it. */
    const repaint = (change: Partial<LessonState> = {}) => {
      const record = change.record ?? get().record
      if (!record) {
        set(change)
        return
      }
      const pending = queue.map(({ at, entries, notSaved }) => ({ at, entries, notSaved }))
      set({
        ...change,
        record: record.events === log.events ? record : { ...record, events: log.events },
        pending,
        tally: extendLog(log, pendingEvents(record, pending)).tally,
      })
    }

    /** Whether any of the events were new. */
    const added = (events: readonly LessonEvent[]): boolean => {
      const before = log
      log = extendLog(log, events)
      return log !== before
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
          repaint({ trouble: reply.error.message })
          tryAgainLater()
          break
        }
        // What a crashed window had left may stand before it by now.
        queue.splice(queue.indexOf(act), 1)
        if (reply.ok) added(reply.value.events)
        repaint(reply.ok ? { trouble: null } : { trouble: null, refusal: reply.error.message })
        act.settle(reply.ok)
      }
      isSending = false
    }

    /** Goes on with what a window of this lesson had painted and could not have written before it crashed. */
    const takeUp = async (): Promise<void> => {
      const reply = await api.invoke('lesson.hold', { lessonId, acts: [] })
      if (!reply.ok || reply.value.acts.length === 0) return
      const here = new Set(queue.flatMap(({ entries }) => entries.map(({ id }) => id)))
      const left = reply.value.acts.filter(({ entries }) => !entries.some(({ id }) => here.has(id)))
      queue.unshift(...left.map((act) => ({ ...act, notSaved: true, settle: () => undefined })))
      repaint()
      void send()
    }

    return {
      record: null,
      failure: null,
      tally: emptyLog.tally,
      pending: [],
      trouble: null,
      refusal: null,
      opened: () => {
        const stops = [
          api.on('lesson.changed', (change) => {
            if (change.lessonId === lessonId && added(change.events)) repaint()
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
          // What happened while main was answering may be known already.
          added(reply.value.events)
          repaint({ record: { ...reply.value, events: log.events }, failure: null })
          void takeUp()
        })
        return () => {
          for (const stop of stops) stop()
        }
      },
      acted: (entries) =>
        new Promise((settle) => {
          const said = admittedAsAgreed(entries, get().record?.cameraAgreedIds ?? [])
          const withIds = said.map((entry) => ({ ...entry, id: uuidv7() }))
          const at = momentOfAct()
          queue.push({ at, entries: withIds, notSaved: false, settle })
          // It has to wait its turn; main keeps it meanwhile, so that it outlives this window.
          if (isSending || isRetryPlanned) {
            void api.invoke('lesson.hold', { lessonId, acts: [{ at, entries: withIds }] })
          }
          repaint({ refusal: null })
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
