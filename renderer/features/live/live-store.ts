import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  chooseBehaviour,
  chooseGroup,
  chooseMark,
  choosePupil,
  giveCommand,
  type LiveAction,
  type LiveClass,
  type LiveKeys,
  noKeys,
  type Outcome,
  type Repeatable,
  repeatableOf,
  type Shown,
} from '../../../shared/domain/live-choosing.ts'
import type { Tap } from '../../../shared/domain/taps.ts'
import type { Command, Mark } from '../../../shared/domain/live-key-table.ts'
import {
  HOLD_MS,
  interpretKey,
  interpretPause,
  interpretText,
  type KeyPress,
} from '../../../shared/domain/live-keys.ts'
import type { NewEntry } from '../../../shared/domain/events.ts'
import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { pupilsTakingPart, pupilTally } from '../../../shared/domain/tally.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Api } from '../../lib/api.ts'
import { now } from '../../lib/clock.ts'
import { lastOwnAct, type LessonState as LessonStoreState, type LessonStore } from '../../lib/lesson-store.ts'
import { describeAct, describeTap } from './act-words.ts'
import { entriesOfAward, entriesOfMark, type Ground, muteReminder } from './live-acts.ts'
import { answers, askedBy, type AskingState } from './live-asking.ts'
import { createGroupActions, type GroupActions } from './live-groups.ts'
import { askWords, describeAward, describeWho, markWords } from './live-words.ts'
import { entriesOfPass, entryOfTurn, nextTurn } from './picking.ts'
import { describeLevels } from './reward-words.ts'

export type LiveState = GroupActions &
  AskingState & {
    keys: LiveKeys
    /** One line to the person, until the next key or tap. */
    said: string | null
    /** What stands over the panel, if anything. */
    showing: 'end' | 'adults' | 'share' | Shown | null
    /** The group made on the spot; it is gone with the window. */
    groupNow: readonly string[]
    /** What this window did last that can be done again. */
    last: Repeatable | null
    isOnlyUnnoticed: boolean
    /** Whom the fair picker gave a turn last. */
    pickedId: string | null
    /** The second nine behaviours stand on the pad, until one is chosen. */
    isMore: boolean
    /** Adults named on the panel, whom the lesson did not know when it was opened. */
    addedStaff: readonly StaffMember[]
    /** Returns whether the key meant something here. */
    keyPressed(press: KeyPress): boolean
    textTyped(text: string): void
    pupilTapped(pupilId: string): void
    behaviourTapped(index: number): void
    /** A behaviour for everyone in the meeting, whoever is chosen. */
    classTapped(index: number): void
    markTapped(mark: Mark): void
    commandTapped(command: Command): void
    /** "Not now": the turn is given back, and the next pupil picked. */
    turnPassed(): void
    /** The timer is started, made longer or stopped. */
    timerSet(entry: NewEntry): void
    /** A group by its place, 1 the first; 0 is the one made on the spot. */
    groupTapped(place: number): void
    groupsClosed(): void
    moreToggled(): void
    tapTakenBack(tap: Tap): void
    chosenCleared(): void
    unnoticedToggled(): void
    endAsked(): void
    shareAsked(): void
    dialogClosed(): void
    adultsToggled(isOpen: boolean): void
    /** The lesson ends for everyone; once that is in the log, the main window opens to sign off. */
    lessonEnded(): Promise<void>
    secondAdultLeft(): void
    secondAdultJoined(staffId: string): void
    /** Someone who is not among the staff yet came in. */
    otherAdultJoined(name: string): Promise<void>
    windowOpened(show: Input<'window.open'>['show']): void
  }

export type LiveStore = StoreApi<LiveState>

/** Who can be meant on the panel, from the lesson as it stands. */
export function groupOf(
  { record, tally }: Pick<LessonStoreState, 'record' | 'tally'>,
  { isMore, groupNow, last }: Pick<LiveState, 'isMore' | 'groupNow' | 'last'>,
): LiveClass {
  const pupils = record ? pupilsTakingPart(record, tally) : []
  const present = pupils.filter((one) => pupilTally(tally, one.id).present)
  return {
    pupils,
    presentIds: new Set(present.map((one) => one.id)),
    behaviourCount: record?.behaviours.length ?? 0,
    isMore,
    groups: record?.groups ?? [],
    groupNow,
    last,
  }
}

/** What the panel shows beside the lesson itself: whom keys and taps mean. Acts go through the lesson's store. */
export function createLiveStore(api: Api, lesson: LessonStore): LiveStore {
  let pause: ReturnType<typeof setTimeout> | undefined

  return createStore<LiveState>()((set, get) => {
    const group = () => groupOf(lesson.getState(), get())
    /** What a command shows stands over the panel under its own name. One that does something else has a line here. */
    const shows: Partial<Record<Shown, () => void>> = {
      pick: () => pick(),
      note: () => set({ asking: { about: 'note', pupilIds: get().keys.chosen }, keys: noKeys }),
      unnoticed: () => get().unnoticedToggled(),
    }
    const show = (what: Shown) =>
      (shows[what] ?? (() => set({ showing: get().showing === what ? null : what })))()
    const take = ({ keys, action }: Outcome) => {
      clearTimeout(pause)
      if (keys.held) pause = setTimeout(() => take(interpretPause(get().keys, group())), HOLD_MS)
      // A note that is being written stays where it is until it is kept or let go.
      const noteOpen = get().asking?.about === 'note' ? get().asking : null
      const asking = askedBy(action, lesson.getState().tally) ?? noteOpen
      const said = action ? perform(action, lesson, group()) : null
      set({ keys, said, asking, last: (action && repeatableOf(action)) ?? get().last })
      if (action?.kind === 'award') set({ isMore: false })
      if (action?.kind === 'keep-group') set({ groupNow: action.pupilIds })
      if (action?.kind === 'show') show(action.what)
    }
    const pick = (except?: string) => {
      const turn = nextTurn(lesson.getState())
      if (!turn || turn.pupilId === except) {
        set({
          keys: noKeys,
          pickedId: null,
          said: turn ? askWords['nobody-else'] : askWords['nobody-to-pick'],
        })
        return
      }
      void lesson.getState().acted([entryOfTurn(turn)])
      set({ keys: { ...noKeys, chosen: [turn.pupilId] }, pickedId: turn.pupilId, said: null })
    }
    const open = async (show: Input<'window.open'>['show']) => {
      const lessonId = lesson.getState().record?.lesson.id ?? ''
      const reply = await api.invoke('window.open', { lessonId, show })
      if (!reply.ok) set({ said: reply.error.message })
    }
    const join = (staffId: string) => {
      // Answered on the guard's banner over a dialog, the dialog stays.
      if (get().showing === 'adults') set({ showing: null })
      void lesson.getState().acted([{ kind: 'second-adult-joined', value: { staffId } }])
    }
    return {
      keys: noKeys,
      said: null,
      showing: null,
      groupNow: [],
      last: null,
      isOnlyUnnoticed: false,
      pickedId: null,
      isMore: false,
      addedStaff: [],
      asking: null,
      askingClosed: () => set({ asking: null }),
      ...answers(lesson, {
        asking: () => get().asking,
        answered: (said) => set({ asking: null, said }),
      }),
      keyPressed: (press) => {
        const outcome = interpretKey(get().keys, press, group())
        if (outcome) take(outcome)
        return outcome !== null
      },
      textTyped: (text) => take(interpretText(get().keys, text, group())),
      pupilTapped: (pupilId) => take({ keys: choosePupil(get().keys, pupilId), action: null }),
      behaviourTapped: (index) => take(chooseBehaviour(get().keys, index, group())),
      classTapped: (index) => {
        take(giveCommand(noKeys, 'class', group()))
        if (get().keys.chosen.length > 0) get().behaviourTapped(index)
      },
      markTapped: (mark) => take(chooseMark(get().keys, mark, group())),
      commandTapped: (command) => take(giveCommand(get().keys, command, group())),
      turnPassed: () => {
        const { pickedId } = get()
        if (pickedId === null) return
        void lesson.getState().acted(entriesOfPass(lesson.getState(), pickedId))
        pick(pickedId)
      },
      timerSet: (entry) => void lesson.getState().acted([entry]),
      groupTapped: (place) => take(chooseGroup(get().keys, place, group())),
      groupsClosed: () => set({ keys: { ...get().keys, groupTyped: null } }),
      moreToggled: () => set({ isMore: !get().isMore }),
      tapTakenBack: ({ events }) => {
        set({
          said: `Taken back: ${describeTap(events, lesson.getState().record?.behaviours ?? [], group())}`,
        })
        void lesson.getState().acted(events.map(({ id }) => ({ kind: 'revoked', revokes: id })))
      },
      ...createGroupActions(api, lesson, (said) => set({ said })),
      chosenCleared: () => take({ keys: noKeys, action: null }),
      unnoticedToggled: () => set({ isOnlyUnnoticed: !get().isOnlyUnnoticed }),
      endAsked: () => set({ showing: 'end' }),
      shareAsked: () => set({ showing: 'share' }),
      dialogClosed: () => set({ showing: null }),
      adultsToggled: (isOpen) => set({ showing: isOpen ? 'adults' : null }),
      lessonEnded: async () => {
        const isInLog = await lesson.getState().acted([{ kind: 'moved', value: { to: 'ended' } }])
        set({ showing: null })
        if (isInLog) await open('sign-off')
      },
      secondAdultLeft: () => {
        set({ showing: null })
        void lesson.getState().acted([{ kind: 'second-adult-left', value: {} }])
      },
      secondAdultJoined: join,
      otherAdultJoined: async (name) => {
        const reply = await api.invoke('staff.add', { name })
        if (!reply.ok) {
          set({ said: reply.error.message })
          return
        }
        set({ addedStaff: [...get().addedStaff, reply.value] })
        join(reply.value.id)
      },
      windowOpened: (show) => void open(show),
    }
  })
}

/** Does what was asked, and returns the line that says so (null when it shows for itself). */
function perform(action: LiveAction, lesson: LessonStore, group: LiveClass): string | null {
  const { record, tally, acted } = lesson.getState()
  if (!record) return null
  const { behaviours, ladder } = record
  const ground = { lesson: tally, behaviours, ladder, startsAt: record.lesson.startsAt }
  switch (action.kind) {
    case 'award': {
      const behaviour = behaviours[action.behaviour]
      if (!behaviour) return askWords['no-such-behaviour']
      const entries = entriesOfAward(behaviour, action.pupilIds, ground)
      const level = describeLevels(action.pupilIds, behaviour.points, { record, tally }, group)
      void acted(entries)
      if (level !== null) return level
      const left = action.absentIds.length > 0 ? `; ${describeWho(action.absentIds, group)} not in` : ''
      return `${describeAward(behaviour, entries, ground, group)}${left}`
    }
    case 'mark':
      return mark(action, lesson, ground, group)
    case 'keep-group':
      return `This group now: ${describeWho(action.pupilIds, group)}. G 0 chooses it`
    case 'undo':
      return undo(lesson, group)
    case 'ask':
      return askWords[action.ask]
    case 'show':
      return null
  }
}

function mark(
  { mark: what, pupilIds }: Extract<LiveAction, { kind: 'mark' }>,
  lesson: LessonStore,
  ground: Ground,
  group: LiveClass,
): string | null {
  if (what === 'attitude') return null
  if (what === 'mute' && !muteReminder(ground.behaviours)) return 'The school has no reminder to mute'
  void lesson.getState().acted(entriesOfMark(what, pupilIds, ground, now()))
  return `${markWords[what]}: ${describeWho(pupilIds, group)}`
}

function undo(lesson: LessonStore, group: LiveClass): string {
  const { undone } = lesson.getState()
  const words = describeLast(lesson.getState(), group)
  if (words === null) return 'Nothing to undo'
  void undone()
  return `Undone: ${words}`
}

/** What `.` would do again, in words; null when there is nothing. */
export function describeRepeatable(last: Repeatable | null, behaviours: readonly Behaviour[]): string | null {
  if (last === null) return null
  if ('behaviour' in last) return behaviours[last.behaviour]?.label ?? null
  return last.mark === 'attitude' ? null : markWords[last.mark]
}

/** What undo would take back, in words; null when there is nothing. */
export const describeLast = (
  state: Pick<LessonStoreState, 'record' | 'pending'>,
  group: LiveClass,
): string | null => describeAct(lastOwnAct(state), state.record?.behaviours ?? [], group)
