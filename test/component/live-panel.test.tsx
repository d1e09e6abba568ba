import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import type { Status } from '../../shared/ipc/contract.ts'
import { assistantId } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions, type NamedPupil } from '../support/fake-lesson.ts'

const names: NamedPupil[] = [
  { forename: 'Freya', surname: 'Reed' },
  { forename: 'George', surname: 'Dunn' },
  { forename: 'Hana', surname: 'Price' },
  { forename: 'Harvey', surname: 'Ward' },
]
const idOfPupil = (label: string): string =>
  buildFakePupils(names).find((one) => one.label === label)?.id ?? label

async function openPanel(lesson: FakeLessonOptions = {}, status: Partial<Status> = {}) {
  const api = createFakeApi({ lesson: { pupils: names, ...lesson }, status })
  renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const tile = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Pupils' })).getByRole('button', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const actsOf = (api: FakeApi): Entry[][] =>
  api.callsOf('lesson.record').map((input) => (input as { entries: Entry[] }).entries)
const withoutIds = (entries: readonly Entry[] = []) => entries.map(({ id: _id, ...rest }) => rest)

describe('a pupil who does not take part', () => {
  const out = { notIn: ['Hana'], change: { optedOutIds: [idOfPupil('Hana')] } }

  it('has no tile and is not found', async () => {
    const { user } = await openPanel(out)
    expect(within(screen.getByRole('region', { name: 'Pupils' })).queryByText('Hana')).toBeNull()
    await user.keyboard('han')
    expect(screen.queryByText(/Hana/)).toBeNull()
    expect(tile(/^Harvey/)).toBeTruthy()
  })
})

describe('awarding', () => {
  it('takes two letters and a digit, without a click first', async () => {
    const { api, user } = await openPanel()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Find a pupil' }))
    await user.keyboard('fr')
    expect(screen.getByText('Freya — press 1–9')).toBeTruthy()
    await user.keyboard('5')
    expect(tile(/^Freya, 2 points/)).toBeTruthy()
    expect(withoutIds(actsOf(api)[0])).toEqual([
      {
        kind: 'award',
        pupilId: idOfPupil('Freya'),
        value: { behaviour: 'brilliant', group: 'praise', points: 2 },
      },
    ])
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Find a pupil' }).value).toBe('')
  })

  it('works from a tile and from anywhere else', async () => {
    const { user } = await openPanel()
    await user.click(tile(/^Hana/))
    await user.keyboard('{Escape}fr1')
    expect(tile(/^Freya, 1 point/)).toBeTruthy()
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('ge1')
    expect(tile(/^George, 1 point/)).toBeTruthy()
  })

  it('paints before main has answered', async () => {
    const { api, user } = await openPanel()
    const { invoke } = api
    api.invoke = (name, input) => (name === 'lesson.record' ? new Promise(() => {}) : invoke(name, input))
    await user.keyboard('fr1')
    expect(tile(/^Freya, 1 point/)).toBeTruthy()
    expect(screen.getByText(/saving/)).toBeTruthy()
  })

  it('awards all pupils chosen who are in, as one act, and lets them go', async () => {
    const { api, user } = await openPanel({ notIn: ['George'] })
    await user.click(tile(/^Freya/))
    await user.click(tile(/^Harvey/))
    await user.click(tile(/^George/))
    expect(tile(/^Freya/).getAttribute('aria-pressed')).toBe('true')
    await user.click(button('Listening'))
    expect(actsOf(api)).toHaveLength(1)
    expect(withoutIds(actsOf(api)[0])).toMatchObject([
      { pupilId: idOfPupil('Freya') },
      { pupilId: idOfPupil('Harvey') },
    ])
    expect(tile(/^Freya, 1 point/).getAttribute('aria-pressed')).toBe('false')
    expect(screen.getByText('Listening: 2 pupils; George not in')).toBeTruthy()
  })

  it('asks for a pupil first', async () => {
    const { api, user } = await openPanel()
    await user.click(button('Kind'))
    expect(screen.getByText('Choose a pupil first')).toBeTruthy()
    expect(actsOf(api)).toEqual([])
  })

  it('gives the whole class a point and takes it back as one', async () => {
    const { api, user } = await openPanel({ notIn: ['George'] })
    await user.keyboard('a1')
    await waitFor(() => expect(button('Undo class +1')).toBeTruthy())
    expect(actsOf(api)[0]).toHaveLength(3)
    await user.keyboard('{Control>}z{/Control}')
    expect(actsOf(api)[1]?.map((entry) => entry.kind)).toEqual(['revoked', 'revoked', 'revoked'])
    expect(tile(/^Freya, 0 points/)).toBeTruthy()
    expect(tile(/^Harvey, 0 points/)).toBeTruthy()
  })

  it('adds the points of earlier lessons today', async () => {
    const { user } = await openPanel({ pointsEarlierToday: { [idOfPupil('Freya')]: 3 } })
    await user.keyboard('fr1')
    expect(tile(/^Freya, 4 points/)).toBeTruthy()
  })
})

describe('undoing', () => {
  it('says what it will undo and takes back only the last', async () => {
    const { user } = await openPanel()
    expect(button('Nothing to undo').hasAttribute('disabled')).toBe(true)
    await user.keyboard('fr1')
    await user.keyboard('ge7')
    await user.click(button('Undo George Nudge'))
    await user.click(button('Undo Freya +1'))
    expect(button('Nothing to undo')).toBeTruthy()
    expect(tile(/^Freya, 0 points/)).toBeTruthy()
  })

  it('waits for a second letter where a name begins with U', async () => {
    const { user } = await openPanel({ pupils: [...names, { forename: 'Uma', surname: 'Hall' }] })
    await user.keyboard('fr1')
    await user.keyboard('um1')
    expect(tile(/^Uma, 1 point/)).toBeTruthy()
    await user.keyboard('u')
    expect(tile(/^Uma, 1 point/)).toBeTruthy()
    await waitFor(() => expect(tile(/^Uma, 0 points/)).toBeTruthy(), { timeout: 2000 })
    expect(tile(/^Freya, 1 point/)).toBeTruthy()
  })

  it('leaves what another adult did', async () => {
    const { api } = await openPanel()
    const value = { behaviour: 'kind', group: 'praise', points: 1 } as const
    act(() => api.happened([{ kind: 'award', pupilId: idOfPupil('Hana'), value }]))
    expect(tile(/^Hana, 1 point/)).toBeTruthy()
    expect(button('Nothing to undo')).toBeTruthy()
  })
})

describe('a tile', () => {
  it('tells all it shows in words', async () => {
    const pupilId = idOfPupil('Freya')
    const step = { behaviour: 'reminder', group: 'step', points: 0 } as const
    await openPanel({
      notIn: ['Hana'],
      log: [
        { minute: 6, entry: { kind: 'late', pupilId, value: { minutes: 6 } } },
        { minute: 7, entry: { kind: 'contribution', pupilId, value: {} } },
        { minute: 8, entry: { kind: 'camera', pupilId, value: { camera: 'off' } } },
        { minute: 9, entry: { kind: 'award', pupilId, value: step } },
        { minute: 10, entry: { kind: 'award', pupilId, value: step } },
        { minute: 11, entry: { kind: 'left', pupilId: idOfPupil('Harvey'), value: {} } },
      ],
    })
    expect(
      button('Freya, 0 points, 1 contribution, Warning (2 of 4), 6 minutes late, camera off'),
    ).toBeTruthy()
    expect(button('George, 0 points, not yet noticed')).toBeTruthy()
    expect(button('Hana, not in the meeting, 0 points')).toBeTruthy()
    expect(within(tile(/^Hana/)).getByText('not in')).toBeTruthy()
    expect(within(tile(/^Harvey/)).getByText('not in')).toBeTruthy()
  })
})

describe('marks', () => {
  it('mark those chosen by button or key', async () => {
    const { user } = await openPanel()
    await user.click(tile(/^Freya/))
    await user.click(button('Camera off'))
    expect(tile(/^Freya.*camera off/)).toBeTruthy()
    await user.keyboard('fr{Shift>}c{/Shift}')
    expect(tile(/^Freya, 0 points, not yet noticed$/)).toBeTruthy()
    await user.keyboard('fr{Shift>}g{/Shift}')
    expect(tile(/^Freya.*camera off by agreement/)).toBeTruthy()
    await user.keyboard('fr0')
    expect(tile(/^Freya.*1 contribution/)).toBeTruthy()
    await user.keyboard('fr{Shift>}x{/Shift}')
    expect(tile(/^Freya, not in the meeting/)).toBeTruthy()
  })

  it('say how late, and take it away again', async () => {
    const { user } = await openPanel({ minutesIn: 6.5 })
    await user.click(tile(/^Freya/))
    await user.click(button('Late 6 min'))
    expect(tile(/^Freya.*6 minutes late/)).toBeTruthy()
    await user.click(tile(/^Freya/))
    await user.click(button('Not late'))
    expect(screen.queryByRole('button', { name: /minutes late/ })).toBeNull()
  })

  it('let a pupil in who joins now, late, in one act', async () => {
    const { api, user } = await openPanel({ notIn: ['Hana'], minutesIn: 6.5 })
    await user.click(tile(/^Hana/))
    expect(button('Left').hasAttribute('disabled')).toBe(true)
    await user.click(button('Joined now'))
    expect(withoutIds(actsOf(api)[0])).toEqual([
      { kind: 'admitted', pupilId: idOfPupil('Hana'), value: {} },
      { kind: 'late', pupilId: idOfPupil('Hana'), value: { minutes: 6 } },
    ])
    expect(tile(/^Hana, 0 points, 6 minutes late/)).toBeTruthy()
  })

  it('count nobody late who joins in the first minute', async () => {
    const { api, user } = await openPanel({ notIn: ['Hana'], minutesIn: 1.5 })
    await user.keyboard('han{Shift>}l{/Shift}')
    expect(withoutIds(actsOf(api)[0])).toEqual([{ kind: 'admitted', pupilId: idOfPupil('Hana'), value: {} }])
  })

  it('go from tile to tile with the arrows, and choose with Space', async () => {
    const { user } = await openPanel()
    act(() => tile(/^Freya/).focus())
    await user.keyboard('{ArrowDown} ')
    expect(tile(/^Harvey/).getAttribute('aria-pressed')).toBe('true')
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(tile(/^Hana/))
  })

  it('are let go with Clear, and then nothing can be marked', async () => {
    const { user } = await openPanel()
    await user.click(tile(/^Freya/))
    await user.click(button('Clear'))
    const marks = within(screen.getByRole('region', { name: 'Marks' })).getAllByRole('button')
    expect(marks.filter((one) => !one.hasAttribute('disabled'))).toEqual([])
    expect(tile(/^Freya/).getAttribute('aria-pressed')).toBe('false')
  })
})

describe('the second adult', () => {
  it('is said to have left and to be back', async () => {
    const { api, user } = await openPanel()
    await user.click(button('2 adults'))
    await user.click(button('Mr A Patel has left'))
    expect(screen.getByRole('alert').textContent).toContain('The second adult has gone.')
    await user.click(button('1 adult'))
    await user.click(button('Mr A Patel is back'))
    expect(button('2 adults')).toBeTruthy()
    expect(actsOf(api).flatMap(withoutIds)).toEqual([
      { kind: 'second-adult-left', value: {} },
      { kind: 'second-adult-joined', value: { staffId: assistantId } },
    ])
  })

  it('is asked for no longer after Esc, and the focus is back on the chip', async () => {
    const { user } = await openPanel()
    await user.click(button('2 adults'))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Adults' })).toBeNull()
    expect(document.activeElement).toBe(button('2 adults'))
  })

  it('can be someone the app does not know yet', async () => {
    const { user } = await openPanel({ secondAdult: false })
    await user.click(button('1 adult'))
    await user.type(screen.getByRole('textbox', { name: 'Someone else' }), 'Mrs F Reed 1')
    await user.keyboard('{Enter}')
    await user.click(await screen.findByRole('button', { name: '2 adults' }))
    expect(button('Mrs F Reed 1 has left')).toBeTruthy()
    expect(tile(/^Freya, 0 points/)).toBeTruthy()
  })

  it('is called for at once when one pupil is left alone with the teacher', async () => {
    const { api, user } = await openPanel({ notIn: ['George', 'Hana', 'Harvey'] })
    expect(screen.queryByRole('alert')).toBeNull()
    act(() => api.happened([{ kind: 'second-adult-left', value: {} }]))
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain(
      'One adult, one pupil. End for everyone now, or get a second adult in.',
    )
    await user.click(within(alert).getByRole('button', { name: 'Second adult is in' }))
    await user.click(button('Mr A Patel is back'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is missed in the loud way only with exactly one pupil', async () => {
    await openPanel({ secondAdult: false, notIn: ['George', 'Hana'] })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(/^No second adult/)).toBeTruthy()
  })
})

describe('ending', () => {
  it('is confirmed inside the panel, then opens the sign-off', async () => {
    const { api, user } = await openPanel({ notIn: ['George'] })
    await user.click(button('End'))
    const dialog = screen.getByRole('alertdialog', { name: 'End the lesson for everyone?' })
    expect(dialog.textContent).toContain('All 3 pupils leave at the same moment.')
    expect(actsOf(api)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'End for everyone' }))
    await screen.findByText(/This lesson has ended/)
    expect(actsOf(api).flatMap(withoutIds)).toEqual([{ kind: 'moved', value: { to: 'ended' } }])
    await waitFor(() =>
      expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'sign-off' }]),
    )
  })

  it('is not done by Not yet', async () => {
    const { api, user } = await openPanel()
    await user.click(button('End'))
    await user.click(button('Not yet'))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(actsOf(api)).toEqual([])
  })

  it('opens no sign-off while the end is not in the log', async () => {
    const { api, user } = await openPanel()
    api.failNext('lesson.record', { code: 'not-saved', message: 'The disk is full.' }, 99)
    await user.click(button('End'))
    await user.click(button('End for everyone'))
    expect(await screen.findByText('1 tap not saved, trying again')).toBeTruthy()
    expect(api.callsOf('window.open')).toEqual([])
  })

  it('takes no keys meant for the panel while it is asked', async () => {
    const { api, user } = await openPanel()
    await user.click(button('End'))
    await user.keyboard('fr1')
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('fr1')
    expect(actsOf(api)).toEqual([])
  })

  it('goes on with the lesson where it is refused', async () => {
    const { api, user } = await openPanel()
    api.failNext('lesson.record', { code: 'not-now', message: 'Another adult is ending it.' })
    await user.click(button('End'))
    await user.click(button('End for everyone'))
    expect(await screen.findByText('Another adult is ending it.')).toBeTruthy()
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(api.callsOf('window.open')).toEqual([])
  })
})

describe('what could not be written', () => {
  it('stays on screen, says so, and is tried again', async () => {
    const { api, user } = await openPanel()
    api.failNext('lesson.record', { code: 'not-saved', message: 'The disk is full.' }, 2)
    await user.keyboard('fr1')
    await user.keyboard('ge1')
    await screen.findByText('2 taps not saved, trying again')
    expect(tile(/^Freya, 1 point, not saved yet/)).toBeTruthy()
    expect(tile(/^George, 1 point, not saved yet/)).toBeTruthy()
    expect(screen.queryByText(/· saved/)).toBeNull()
    await waitFor(() => expect(screen.queryByText(/not saved/)).toBeNull(), { timeout: 4000 })
    expect(tile(/^Freya, 1 point$/)).toBeTruthy()
    expect(screen.getByText(/· saved/)).toBeTruthy()
  })

  it('is put back with the reason where it is refused', async () => {
    const { api, user } = await openPanel()
    api.failNext('lesson.record', { code: 'not-now', message: 'Points are given while the lesson is live.' })
    await user.keyboard('fr1')
    expect(await screen.findByText('Points are given while the lesson is live.')).toBeTruthy()
    expect(tile(/^Freya, 0 points/)).toBeTruthy()
    expect(screen.queryByText('Listening: Freya')).toBeNull()
    await user.click(button('Dismiss'))
    expect(screen.queryByText('That was not recorded')).toBeNull()
  })
})

describe('what a teacher wants to be sure of', () => {
  it('is whether the screen can be shared', async () => {
    await openPanel({}, { sharing: 'seen' })
    expect(screen.getByText(/Seen when you share/)).toBeTruthy()
    expect(screen.queryByText(/Not in the share/)).toBeNull()
  })

  it('is who was not noticed yet', async () => {
    const { user } = await openPanel({ notIn: ['George'] })
    await user.keyboard('fr1')
    await user.click(button('Not yet noticed: 2'))
    expect(screen.queryByRole('button', { name: /^Freya,/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^George,/ })).toBeNull()
    await user.keyboard('han1')
    await user.keyboard('har1')
    expect(screen.getByText('Everyone in the meeting has been noticed.')).toBeTruthy()
    await user.click(button('Not yet noticed: 0'))
    expect(tile(/^Freya/)).toBeTruthy()
  })

  it('is which keys there are', async () => {
    const { user } = await openPanel()
    await user.keyboard('{F1}')
    expect(screen.getByRole('dialog', { name: 'Keys' }).textContent).toContain('Camera off by agreement')
    await user.click(button('Close'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('when there is no live lesson to show', () => {
  it.each([
    ['planned', 'Get ready', 'checklist'],
    ['admitting', 'Admit pupils', 'checklist'],
    ['ended', 'Sign off', 'sign-off'],
    ['signed-off', 'View', 'sign-off'],
  ] as const)('a lesson that is %s offers %s', async (state, label, show) => {
    const { api, user } = await openPanel({ state })
    await user.click(button(label))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show }])
  })

  it('an empty class says so', async () => {
    await openPanel({ pupils: 0 })
    expect(screen.getByText(/^No pupils in this class yet/)).toBeTruthy()
  })

  it('a lesson that cannot be opened says why and can be tried again', async () => {
    const api = createFakeApi({ lesson: { pupils: names } })
    api.failNext('lesson.get', { code: 'unexpected', message: 'The records could not be read.' })
    renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The records could not be read.')
    await userEvent.setup().click(button('Try again'))
    expect(await screen.findByRole('heading', { name: '5C Maths' })).toBeTruthy()
  })
})
