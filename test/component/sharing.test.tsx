import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { JoinPage } from '../../renderer/features/joining/join-page.tsx'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import { WithAColleague } from '../../renderer/features/today/with-a-colleague.tsx'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { shareLine, shareNotes } from '../../renderer/components/share-words.ts'
import type { SharingView } from '../../shared/ipc/commands/sharing.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { fakeLessonId } from '../support/fake-lesson.ts'
import { idOf } from '../support/log-fixture.ts'

const view = (change: Partial<SharingView> = {}): SharingView => ({
  lessonId: fakeLessonId,
  code: '7K3Q-9MWX-4HPT',
  isJoined: false,
  folder: '/shared',
  folderState: 'well',
  others: [{ name: 'Mr A Patel', readAt: Date.now() - 12_000, clockAheadMs: 0 }],
  problems: [],
  unsent: 0,
  late: 0,
  leftOut: 0,
  isDoubled: false,
  ...change,
})

describe('how two computers stand, in words', () => {
  const at = 1_000_000
  const words = (change: Partial<SharingView>) =>
    shareLine(view({ others: [{ name: 'Mr A Patel', readAt: at - 12_000, clockAheadMs: 0 }], ...change }), at)
  it.each<[Partial<SharingView>, string | undefined, string | undefined]>([
    [{}, 'good', 'Mr A Patel’s computer: 12 s ago'],
    [
      { others: [{ name: 'Mr A Patel', readAt: at - 200_000, clockAheadMs: 0 }] },
      'warn',
      'Mr A Patel’s computer: 3 min ago',
    ],
    [{ others: [] }, 'quiet', 'Nobody has joined yet'],
    [{ folder: null }, undefined, undefined],
    [{ folderState: 'missing' }, 'warn', 'Waiting for the shared folder'],
    [{ folderState: 'missing', unsent: 1 }, 'warn', 'Waiting for the shared folder: 1 entry not sent yet'],
    [
      { folderState: 'read-only', unsent: 3 },
      'warn',
      'The shared folder cannot be written: 3 entries not sent yet',
    ],
    [{ problems: [{ file: 'x', problem: 'not-whole' }] }, 'quiet', 'A file is not whole yet'],
    [{ late: 2 }, 'warn', '2 entries came after the signature'],
  ])('%j', (change, tone, line) => {
    expect(words(change)?.tone).toBe(tone)
    expect(words(change)?.line).toBe(line)
  })

  it('names all that is the matter, with what to do', () => {
    const notes = shareNotes(
      view({
        folderState: 'slow',
        late: 1,
        leftOut: 2,
        isDoubled: true,
        others: [{ name: 'Mr A Patel', readAt: at, clockAheadMs: 3_600_000 }],
        problems: [{ file: 'x.lesson', problem: 'newer' }],
      }),
    ).map(({ line }) => line)
    expect(notes).toEqual([
      'The shared folder does not answer',
      'Mr A Patel’s clock is 60 min ahead of this one',
      '1 entry of the other computer came after the signature',
      '2 entries cannot be of this lesson and were left out',
      'Another computer has the same id as this one, as after a copy',
      'x.lesson was written by a newer Session Companion: update this computer',
    ])
  })
})

describe('sharing from the panel', () => {
  const open = async (handlers: Parameters<typeof createFakeApi>[0]) => {
    const api = createFakeApi(handlers)
    renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
    await screen.findByRole('button', { name: '2 adults' })
    return { api, user: userEvent.setup() }
  }
  const shareAsked = async ({ user }: { user: ReturnType<typeof userEvent.setup> }) => {
    await user.click(screen.getByRole('button', { name: '2 adults' }))
    await user.click(screen.getByRole('button', { name: 'Share with their computer' }))
  }

  it('shows nothing of it where the lesson is not shared', async () => {
    await open({})
    expect(screen.queryByText(/Nobody has joined/)).toBe(null)
  })

  it('shows the code, and takes folder and files', async () => {
    const shared = view({ folder: null, others: [] })
    const panel = await open({
      handlers: {
        'sharing.start': () => shared,
        'sharing.choose-folder': () => view({ others: [] }),
        'sharing.save-file': () => ({ path: '/desk/Lesson.lesson' }),
        'sharing.take-in': () => ({ outcome: 'refused', message: 'This file is not whole yet.' }),
      },
    })
    await shareAsked(panel)
    expect((await screen.findByRole('status', { name: /^Code/ })).textContent).toBe('7K3Q-9MWX-4HPT')
    await panel.user.click(screen.getByRole('button', { name: 'Save a file' }))
    await screen.findByText('Saved: /desk/Lesson.lesson')
    await panel.user.click(screen.getByRole('button', { name: 'Take in a file' }))
    await screen.findByText('This file is not whole yet.')
    await panel.user.click(screen.getByRole('button', { name: 'Choose the folder' }))
    await waitFor(() => expect(screen.getAllByText('Nobody has joined yet')).toHaveLength(2))
    await panel.user.click(screen.getByRole('button', { name: 'Done' }))
    expect(screen.queryByRole('dialog')).toBe(null)
  })

  it('says what went wrong, and the panel goes on', async () => {
    const panel = await open({
      handlers: {
        'sharing.start': () => {
          throw new Refusal('not-saved', 'Not saved: the disk is full.')
        },
      },
    })
    await shareAsked(panel)
    expect(await screen.findByText('Not saved: the disk is full.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'End', hidden: true })).toBeDefined()
  })

  it('follows the other computer in one quiet line', async () => {
    const { api } = await open({ handlers: { 'sharing.get': () => ({ view: view() }) } })
    await screen.findByRole('button', { name: /Mr A Patel’s computer: 1\d s ago/ })
    api.tell('sharing.changed', { view: view({ folderState: 'missing', unsent: 4 }) })
    await screen.findByRole('button', { name: 'Waiting for the shared folder: 4 entries not sent yet' })
    api.tell('sharing.changed', { view: view({ lessonId: idOf(77), folderState: 'slow' }) })
    expect(screen.queryByRole('button', { name: /does not answer/ })).toBe(null)
  })
})

describe('the panel of a colleague’s lesson', () => {
  it.each([
    ['ended', /the teacher signs it off/],
    ['signed-off', /remove it from this computer/],
  ] as const)('that is %s leaves the signing to the teacher', async (state, words) => {
    const api = createFakeApi({
      lesson: { state },
      handlers: { 'sharing.get': () => ({ view: view({ isJoined: true }) }), 'window.open': () => ({}) },
    })
    renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
    expect(await screen.findByText(words)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Sign off' })).toBe(null)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Back to Today' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: fakeLessonId, show: 'today' }])
  })
})

describe('joining a lesson', () => {
  const opened: Extract<Output<'join.open'>, { outcome: 'opened' }> = {
    outcome: 'opened',
    lesson: {
      id: fakeLessonId,
      className: '5C',
      subject: 'Maths',
      learningIntention: 'Fractions of amounts',
      startsAt: Date.UTC(2021, 0, 18, 9, 30),
      endsAt: Date.UTC(2021, 0, 18, 10, 10),
    },
    pupils: 30,
    teacherName: 'Ms J Reid',
    staff: [
      { id: idOf(1), name: 'Ms J Reid', role: 'teacher' },
      { id: idOf(2), name: 'Mr A Patel', role: 'assistant' },
    ],
    suggestedId: idOf(2),
  }
  const open = (
    handlers: NonNullable<Parameters<typeof createFakeApi>[0]>['handlers'],
  ): { api: FakeApi; user: ReturnType<typeof userEvent.setup> } => {
    const api = createFakeApi(handlers ? { handlers } : {})
    renderInApp(<JoinPage />, { api })
    return { api, user: userEvent.setup() }
  }
  const found = () => ({ outcome: 'found' as const, token: idOf(5), path: '/shared', files: 1 })

  it('goes by folder, code and name to the panel', async () => {
    const { api, user } = open({
      'join.look': found,
      'join.open': () => opened,
      'join.confirm': () => ({ lessonId: fakeLessonId }),
      'window.open': () => ({}),
    })
    await user.click(screen.getByRole('button', { name: 'Choose the shared folder' }))
    await user.type(await screen.findByLabelText(/Code/), '7k3q 9mwx 4hpt{Enter}')
    const who = await screen.findByLabelText<HTMLSelectElement>(/Who are you/)
    expect(who.selectedOptions[0]?.textContent).toBe('Mr A Patel')
    await user.click(screen.getByRole('button', { name: 'Join and open the panel' }))
    await waitFor(() =>
      expect(api.callsOf('window.open')).toEqual([{ lessonId: fakeLessonId, show: 'live' }]),
    )
    expect(api.callsOf('join.look')).toEqual([{ where: 'folder' }])
    expect(api.callsOf('join.open')).toEqual([{ token: idOf(5), code: '7k3q 9mwx 4hpt' }])
    expect(api.callsOf('join.confirm')).toEqual([{ token: idOf(5), staffId: idOf(2) }])
  })

  it('says what a wrong code or an empty folder is, and lets one try again', async () => {
    const answers = [
      { outcome: 'refused' as const, message: 'There is no lesson in that folder yet.' },
      found(),
    ]
    const { user } = open({
      'join.look': () => answers.shift() ?? found(),
      'join.open': () => ({ outcome: 'refused', message: 'The code does not open this file.' }),
    })
    await user.click(screen.getByRole('button', { name: 'Choose the shared folder' }))
    await screen.findByText('There is no lesson in that folder yet.')
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    await user.type(await screen.findByLabelText(/Code/), '7k3q{Enter}')
    await screen.findByText('The code does not open this file.')
    expect(screen.queryByText('There is no lesson in that folder yet.')).toBe(null)
  })

  it('has nobody chosen where nobody has that name', async () => {
    const { user } = open({ 'join.look': found, 'join.open': () => ({ ...opened, suggestedId: null }) })
    await user.click(screen.getByRole('button', { name: 'Choose a file' }))
    await user.type(await screen.findByLabelText(/Code/), '7k3q{Enter}')
    const who = await screen.findByLabelText<HTMLSelectElement>(/Who are you/)
    expect(who.value).toBe('')
    expect(who.required).toBe(true)
  })
})

describe('a colleague’s lesson on Today', () => {
  const lesson = (state: 'live' | 'signed-off') => ({
    card: {
      ...createFakeApi().record().lesson,
      state,
      checksAnswered: 13,
      checksTotal: 13,
      secondAdultNamed: true,
      pupilCount: 30,
      incidentsToDescribe: 0,
    },
    teacherName: 'Ms J Reid',
    meName: 'Mr A Patel',
    mayRemove: state === 'signed-off',
  })

  it('is not there where there is none', async () => {
    const api = createFakeApi()
    renderInApp(<WithAColleague onOpen={() => undefined} />, { api })
    await waitFor(() => expect(api.callsOf('joined.list')).toHaveLength(1))
    expect(screen.queryByRole('heading')).toBe(null)
  })

  it('opens the panel, and goes only when it is signed and asked twice', async () => {
    const lessons = [lesson('live')]
    const opened: string[] = []
    const api = createFakeApi({
      handlers: { 'joined.list': () => ({ lessons: [...lessons] }), 'joined.remove': () => ({}) },
    })
    renderInApp(<WithAColleague onOpen={(id) => opened.push(id)} />, { api })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Open the panel: 5C Maths' }))
    expect(opened).toEqual([fakeLessonId])
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBe(null)

    lessons[0] = lesson('signed-off')
    api.tell('school.changed', {})
    await user.click(await screen.findByRole('button', { name: /^Remove from this computer/ }))
    await user.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(api.callsOf('joined.remove')).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Remove from this computer/ }))
    lessons.pop()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(api.callsOf('joined.remove')).toEqual([{ lessonId: fakeLessonId }])
  })
})
