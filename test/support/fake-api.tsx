import { MantineProvider } from '@mantine/core'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createDispatch, type Handlers, Refusal } from '../../electron/ipc/dispatch.ts'
import { cssVariablesResolver, theme } from '../../renderer/app/theme.ts'
import type { Api } from '../../renderer/lib/api.ts'
import { type AppStore, createAppStore } from '../../renderer/lib/app-store.ts'
import { AppStoreContext } from '../../renderer/lib/use-app.ts'
import { ApiContext } from '../../renderer/lib/use-lesson.ts'
import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import { changePreferences, defaultPreferences } from '../../shared/domain/preferences.ts'
import { matchNames } from '../../shared/domain/names/match-names.ts'
import { readWaitingNames } from '../../shared/domain/names/waiting-names.ts'
import { groupNamed } from '../../shared/domain/pupil-groups.ts'
import { mayRecord } from '../../shared/domain/record.ts'
import { school } from '../../shared/domain/school.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import type { PreferencesView } from '../../shared/ipc/commands/preferences.ts'
import {
  type CommandName,
  commands,
  type EventName,
  type EventPayload,
  type Failure,
  type LessonRecordView,
  type Status,
} from '../../shared/ipc/contract.ts'
import { idOf } from './day-fixture.ts'
import { buildFakeLesson, fakeDeviceId, type FakeLessonOptions } from './fake-lesson.ts'

type Options = {
  lesson?: FakeLessonOptions
  status?: Partial<Status>
  /** What is remembered for this computer, where it is not the defaults. */
  computer?: Partial<PreferencesView>
  /** Answers of main that a test needs otherwise; throw `new Refusal(code, message)` to refuse. */
  handlers?: Partial<Handlers>
}

export type FakeApi = Api & {
  lessonId: string
  status: Status
  computer: PreferencesView
  /** The lesson as main has it now. */
  record(): LessonRecordView
  /** Every command asked for so far. */
  calls: { name: CommandName; input: unknown }[]
  /** The inputs of one command, oldest first. */
  callsOf(name: CommandName): unknown[]
  /** The next answers to a command are this failure; an act that is not written stays out of the log. */
  failNext(name: CommandName, failure: Failure, times?: number): void
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void
  /** Something happens on another computer: into the log, and every window is told. */
  happened(entries: readonly NewEntry[], at?: number): void
}

/**
 * Main, in memory: one lesson, whose log is written by the real rules, and the real check of every command's shape.
 * What a test does not use answers with nothing.
 */
export function createFakeApi({
  lesson = {},
  status = {},
  computer = {},
  handlers = {},
}: Options = {}): FakeApi {
  let record = buildFakeLesson(lesson)
  let nextId = 900_000
  const failures = new Map<CommandName, Failure[]>()
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const fullStatus = buildFakeStatus(status, record)

  const append = (events: readonly LessonEvent[]) => {
    const known = new Set(record.events.map((event) => event.id))
    const added = events.filter((event) => !known.has(event.id))
    record = { ...record, events: [...record.events, ...added] }
    if (added.length > 0) fake.tell('lesson.changed', { lessonId: record.lesson.id, events: added })
    return added
  }
  const stampedBy = (actorId: string, deviceId: string, at: number) => ({
    lessonId: record.lesson.id,
    at,
    actorId,
    deviceId,
  })

  const remembered = new Map<string, { nicknames: string[]; devices: string[] }>()
  const ofLesson: Pick<
    Handlers,
    | 'lesson.get'
    | 'lesson.record'
    | 'lesson.plan'
    | 'preferences.get'
    | 'preferences.save'
    | 'staff.add'
    | 'waiting.match'
    | 'waiting.remember'
    | 'groups.save'
    | 'groups.rename'
    | 'groups.remove'
  > = {
    'lesson.get': ({ lessonId }) => {
      if (lessonId !== record.lesson.id) {
        throw new Refusal('no-such-lesson', 'That lesson is not here any more.')
      }
      return record
    },
    'lesson.record': ({ at, entries }) => {
      const act = entries.map((entry) => ({ ...entry, ...stampedBy(record.me.id, fakeDeviceId, at) }))
      const { checkItems: items, events, pupils, optedOutIds, staff, behaviours, me } = record
      const pupilIds = pupils.map((one) => one.id)
      const secondAdultIds = staff.flatMap(({ id }) => (id === me.id ? [] : [id]))
      const rules = { events, items, pupilIds, optedOutIds, behaviours, secondAdultIds }
      const verdict = mayRecord(rules, act)
      if (!verdict.ok) throw new Refusal('not-now', verdict.reason)
      return { events: append(act) }
    },
    'lesson.plan': ({ lessonId: _lessonId, adaptations, secondAdultId, ...words }) => {
      const { adaptations: _adaptations, secondAdultId: _secondAdult, ...rest } = record.lesson
      const lesson = {
        ...rest,
        ...words,
        ...(adaptations && { adaptations }),
        ...(secondAdultId !== null && { secondAdultId }),
      }
      record = { ...record, lesson }
      fake.tell('lesson.planned', { lesson })
      return {}
    },
    'waiting.match': ({ pasted }) => {
      const reading = readWaitingNames(pasted)
      if (!reading.ok) throw new Refusal(reading.problem.code, reading.problem.message)
      const names = record.pupils.map(({ id, forename, surname }) => ({
        id,
        legalForename: forename,
        legalSurname: surname,
        ...(remembered.get(id) ?? { nicknames: [], devices: [] }),
        takesPart: !record.optedOutIds.includes(id),
      }))
      return { matches: matchNames(reading.names, names), leftOut: reading.leftOut.length }
    },
    'waiting.remember': ({ pupilId, name, as }) => {
      const known = remembered.get(pupilId) ?? { nicknames: [], devices: [] }
      known[as === 'nickname' ? 'nicknames' : 'devices'].push(name)
      remembered.set(pupilId, known)
      return {}
    },
    'preferences.get': () => fake.computer,
    'preferences.save': (change) => {
      const preferences = changePreferences(fake.computer.preferences, change)
      fake.computer = { ...fake.computer, preferences }
      fake.tell('preferences.changed', fake.computer)
      return fake.computer
    },
    'groups.save': ({ name, pupilIds }) => {
      nextId += 1
      const id = groupNamed(name, record.groups)?.id ?? idOf(nextId)
      const others = record.groups.filter((one) => one.id !== id)
      record = { ...record, groups: [...others, { id, name, pupilIds }] }
      return { groups: record.groups }
    },
    'groups.rename': ({ groupId, name }) => {
      const groups = record.groups.map((one) => (one.id === groupId ? { ...one, name } : one))
      record = { ...record, groups }
      return { groups }
    },
    'groups.remove': ({ groupId }) => {
      record = { ...record, groups: record.groups.filter(({ id }) => id !== groupId) }
      return { groups: record.groups }
    },
    'staff.add': ({ name, role }) => {
      nextId += 1
      const member: StaffMember = { id: idOf(nextId), name, role }
      record = { ...record, staff: [...record.staff, member] }
      return member
    },
  }
  const dispatch = createDispatch(
    { ...silentHandlers(fullStatus), ...ofLesson, ...handlers },
    (name, error) => {
      throw new Error(`${name} failed in the fake api`, { cause: error })
    },
  )

  const fake: FakeApi = {
    lessonId: record.lesson.id,
    status: fullStatus,
    computer: {
      preferences: defaultPreferences,
      shortcutProblems: {},
      mayShortcutsFail: false,
      ...computer,
    },
    calls: [],
    record: () => record,
    callsOf: (name) => fake.calls.filter((call) => call.name === name).map((call) => call.input),
    failNext: (name, failure, times = 1) =>
      failures.set(name, [...(failures.get(name) ?? []), ...Array.from({ length: times }, () => failure)]),
    invoke: async (name, input) => {
      fake.calls.push({ name, input })
      const failure = failures.get(name)?.shift()
      return (failure ? { ok: false, error: failure } : await dispatch(name, input)) as never
    },
    on: (name, listener) => {
      const those = listeners.get(name) ?? new Set()
      listeners.set(name, those.add(listener))
      return () => those.delete(listener)
    },
    tell: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
    happened: (entries, at = Date.now()) => {
      append(
        entries.map((entry): LessonEvent => {
          nextId += 1
          return { ...entry, id: idOf(nextId), ...stampedBy(idOf(2), idOf(8), at) }
        }),
      )
    },
  }
  return fake
}

function buildFakeStatus(change: Partial<Status>, record: LessonRecordView): Status {
  return {
    now: Date.now(),
    problem: null,
    isExample: false,
    school: school.parse({
      name: 'Hilltop Junior School',
      domain: 'hilltop.example',
      teacherName: record.me.name,
      teacherEmail: 'j.reid@hilltop.example',
      officeFolder: null,
      notTheRegister: 'These are not marks of the statutory attendance register.',
    }),
    me: record.me,
    mayLead: true,
    computer: { name: 'CJS-114', account: 'j.reid' },
    sharing: 'left-out',
    ...change,
  }
}

function silentHandlers(status: Status): Handlers {
  const silent = Object.fromEntries(
    Object.keys(commands).map((name) => [name, unused]),
  ) as unknown as Handlers
  return {
    ...silent,
    'app.status': () => status,
    'app.quit': () => ({}),
    'example.create': () => ({}),
    'example.remove': () => ({}),
    'school.save': () => ({}),
    'folder.choose': () => ({ folder: null }),
    'sharing.get': () => ({ view: null }),
    'joined.list': () => ({ lessons: [] }),
    'office.key': () => ({
      inForce: null,
      isHere: false,
      text: null,
      device: { name: 'CJS-114', fingerprint: 'K3QF-9MWX-4HPT-7RDA-2C6E' },
    }),
    'office.day': ({ date }) => ({
      date,
      dates: [],
      incoming: { state: 'not-chosen', folder: null, waiting: 0, notSaved: 0 },
      hasKey: false,
      teachers: [],
      hasTimetable: true,
      missing: [],
      silent: [],
      setAside: [],
      notes: [],
      report: null,
    }),
    'office.look': () => ({}),
    'office.reveal': () => ({}),
    'office.stop-report': () => ({}),
    'office.add-note': () => ({}),
    'office.take-in': () => ({}),
    'office.dismiss': () => ({}),
    'office.devices': () => ({ devices: [] }),
    'office.remove-device': () => ({}),
    'today.get': () => ({
      date: schoolDateOf(Date.now()),
      lessons: [],
      unfinished: [],
      packs: [],
      isWaiting: false,
    }),
    'lesson.start': () => ({ lessonId: idOf(11) }),
    'lesson.hold': ({ acts }) => ({ acts }),
    'checks.look': () => ({ sightings: [] }),
    'checklists.list': () => ({ versions: [] }),
    'certificates.stop': () => ({}),
    'certificates.earned': () => ({ term: 'Spring term', certificates: [] }),
    'schemes.list': () => ({ versions: [] }),
    'joining.save': () => ({}),
    'window.open': () => ({}),
    'panel.window': () => ({}),
    'camera.use': ({ on }) => ({ isAllowed: on }),
    'staff.save': () => ({}),
    'conduct.acknowledge': () => ({ term: { key: '2021-spring', name: 'Spring term 2021' } }),
    'device.confirm': () => ({ account: status.computer.account }),
    'packs.save': () => ({}),
    'packs.approve': () => ({}),
    'packs.mark': () => ({}),
    'resources.sent': () => ({}),
    'classes.list': () => ({ classes: [] }),
    'class-list.choose': () => ({ outcome: 'cancelled' }),
    'class-list.map': () => ({ outcome: 'cancelled' }),
    'report.choose': () => ({ outcome: 'cancelled' }),
    'report.get': () => ({ reports: [], names: [], kept: [], slackMinutes: 2 }),
    'export.get': () => ({ today: schoolDateOf(Date.now()), days: [], older: 0, knowsOffice: false }),
    'export.cancel': () => ({}),
    'export.reveal': () => ({}),
    'export.mail': () => ({ outcome: 'cancelled' }),
    'export.stop-files': () => ({}),
    'export.reveal-files': () => ({}),
    'export.split': () => ({ outcome: 'cancelled' }),
    'reading.cancel': () => ({}),
    'file.hand': () => ({ outcome: 'cancelled' }),
    'file.opened': () => ({ file: null }),
  }
}

function unused(): never {
  throw new Refusal('not-in-this-test', 'The fake api has no answer to this. Give one in `handlers`.')
}

/** Renders as the app does: the library, the api, and the app's store, which knows its status already. */
export function renderInApp(
  ui: ReactNode,
  { api, status }: { api: FakeApi; status?: Partial<Status> },
): RenderResult & { appStore: AppStore } {
  const appStore = createAppStore(api)
  appStore.setState({ status: { ...api.status, ...status }, computer: api.computer })
  const result = render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <ApiContext value={api}>
        <AppStoreContext value={appStore}>{ui}</AppStoreContext>
      </ApiContext>
    </MantineProvider>,
  )
  return { ...result, appStore }
}
