import { createStore, type StoreApi } from 'zustand/vanilla'
import { asActs } from '../../../shared/domain/events.ts'
import {
  mergeNames,
  type NameAnswer,
  rememberAs,
  sortNames,
  tickedAs,
  type WaitingList,
  type WaitingName,
  withKeys,
} from '../../../shared/domain/waiting-list.ts'
import { LONGEST_PASTE } from '../../../shared/ipc/commands/waiting.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import type { LessonState, LessonStore } from '../../lib/lesson-store.ts'
import { readInWords } from './waiting-words.ts'

export type WaitingState = {
  /** Every name read so far, with what it comes to. */
  names: readonly WaitingName[]
  answers: ReadonlyMap<string, NameAnswer>
  isReading: boolean
  /** Why the last paste was not read or a name not remembered, in words. */
  problem: { title: string; message: string } | null
  /** What the last paste came to, in words. */
  said: string | null
  /** The questions are left for later. */
  isLater: boolean
  /** Reads names, matches them to the class and ticks who is expected. Resolves to whether they could be read. */
  namesPasted(pasted: string): Promise<boolean>
  /** These pupils are behind the name; `isRemembered`: next time nobody needs to ask. */
  nameConfirmed(name: WaitingName, pupilIds: readonly string[], isRemembered: boolean): Promise<void>
  nameTurnedAway(name: WaitingName): void
  /** Asks about a name that was kept out. */
  nameAsked(name: WaitingName): void
  laterChosen(): void
  questionsOpened(): void
  problemSeen(): void
}

export type WaitingStore = StoreApi<WaitingState>

type Known = Pick<WaitingState, 'names' | 'answers'>

/** The waiting list as the lesson stands now. */
export const listOf = (
  { names, answers }: Known,
  record: LessonRecordView,
  tally: LessonState['tally'],
): WaitingList =>
  sortNames(names, {
    pupils: record.pupils,
    optedOutIds: record.optedOutIds,
    events: record.events,
    tally,
    answers,
  })

/** The names waiting and what a person said of them. Who is ticked and who was kept out stands in the lesson's log. */
export function createWaitingStore(api: Api, lesson: LessonStore): WaitingStore {
  return createStore<WaitingState>()((set, get) => {
    const answered = (name: WaitingName, answer: NameAnswer) =>
      set({ answers: new Map(get().answers).set(name.key, answer), said: null })

    const tickExpected = (): WaitingList | null => {
      const { record, tally, acted } = lesson.getState()
      if (!record) return null
      const list = listOf(get(), record, tally)
      const entries = list.ticks.flatMap(({ pupilId, text }) =>
        tickedAs(
          text,
          record.pupils.filter(({ id }) => id === pupilId),
          record.events,
        ),
      )
      for (const act of asActs(entries)) void acted(act)
      return list
    }

    const remember = async (name: WaitingName, pupilIds: readonly string[]) => {
      const as = rememberAs(name)
      if (as === null) return
      for (const pupilId of pupilIds) {
        const reply = await api.invoke('waiting.remember', { pupilId, name: name.text, as })
        if (!reply.ok) set({ problem: { title: 'Not remembered', message: reply.error.message } })
      }
    }

    return {
      names: [],
      answers: new Map(),
      isReading: false,
      problem: null,
      said: null,
      isLater: false,
      namesPasted: async (pasted) => {
        const lessonId = lesson.getState().record?.lesson.id
        if (lessonId === undefined || get().isReading) return false
        set({ isReading: true, problem: null, said: null })
        const reply = await api.invoke('waiting.match', { lessonId, pasted: pasted.slice(0, LONGEST_PASTE) })
        if (!reply.ok) {
          set({ isReading: false, problem: { title: 'No names were read', message: reply.error.message } })
          return false
        }
        const names = mergeNames(get().names, withKeys(reply.value.matches))
        set({ names, isReading: false, isLater: false })
        const list = tickExpected()
        if (list) set({ said: readInWords(list) })
        return true
      },
      nameConfirmed: async (name, pupilIds, isRemembered) => {
        const { record, tally, acted } = lesson.getState()
        if (!record) return
        answered(name, 'settled')
        const missing = record.pupils.filter(
          ({ id }) =>
            pupilIds.includes(id) && !tally.pupils.get(id)?.present && !tally.pupils.get(id)?.waiting,
        )
        const entries = tickedAs(name.text, missing, record.events)
        if (entries.length > 0) void acted(entries)
        if (isRemembered) await remember(name, pupilIds)
      },
      nameTurnedAway: (name) => answered(name, 'nobody'),
      nameAsked: (name) => {
        answered(name, 'ask')
        set({ isLater: false })
      },
      laterChosen: () => set({ isLater: true }),
      questionsOpened: () => set({ isLater: false }),
      problemSeen: () => set({ problem: null }),
    }
  })
}
