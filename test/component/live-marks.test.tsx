import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions, type NamedPupil } from '../support/fake-lesson.ts'

const names: NamedPupil[] = [
  { forename: 'Freya', surname: 'Reed' },
  { forename: 'George', surname: 'Dunn' },
  { forename: 'Leo', surname: 'Price' },
]
const idOfPupil = (label: string): string =>
  buildFakePupils(names).find((one) => one.label === label)?.id ?? label

async function openPanel(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { pupils: names, ...lesson } })
  renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const tile = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Pupils' })).getByRole('button', { name })
const marks = () => within(screen.getByRole('region', { name: 'Marks' }))
const mark = (name: string) => marks().getByRole('button', { name })
const actsOf = (api: FakeApi) =>
  api
    .callsOf('lesson.record')
    .map((input) => (input as { entries: Entry[] }).entries.map(({ id: _id, ...rest }) => rest))
const shift = (letter: string) => `{Shift>}${letter}{/Shift}`

describe('a mark', () => {
  it('is made by its button', async () => {
    const { user } = await openPanel()
    const press = async (name: string) => {
      await user.click(tile(/^Freya/))
      await user.click(mark(name))
    }
    await press('Contributed')
    await press('Camera off')
    await press('Off, agreed')
    await press('Mute')
    await press('Right name')
    await press('Kit missing')
    await press('Task done')
    await press('Task partly')
    await press('Incident')
    expect(
      tile(
        /^Freya, 0 points, 1 contribution, incident raised, camera off by agreement, equipment missing, task partly$/,
      ),
    ).toBeTruthy()
  })

  it.each([
    ['c', 'camera off'],
    ['g', 'camera off by agreement'],
    ['e', 'equipment missing'],
    ['k', 'task done'],
    ['i', 'incident raised'],
  ])('is made by Shift+%s: %s', async (letter, words) => {
    const { user } = await openPanel()
    await user.keyboard(`fr${shift(letter)}`)
    expect(tile(new RegExp(`^Freya, .*${words}`))).toBeTruthy()
  })

  it('of a name or a reminder to mute is counted, as the school calls it', async () => {
    const { api, user } = await openPanel()
    await user.keyboard(`fr${shift('n')}`)
    await user.keyboard(`fr${shift('m')}`)
    expect(actsOf(api)).toMatchObject([
      [{ kind: 'name-corrected' }],
      [{ kind: 'award', value: { behaviour: 'mute', group: 'mute', points: 0 } }],
    ])
  })

  it('that the school has not is not offered', async () => {
    const { api, user } = await openPanel({
      change: { behaviours: [{ id: 'kind', label: 'Kind', icon: 'heart', group: 'praise', points: 1 }] },
    })
    await user.click(tile(/^Freya/))
    expect(marks().queryByRole('button', { name: 'Mute' })).toBeNull()
    await user.keyboard(shift('m'))
    expect(screen.getByText('The school has no reminder to mute')).toBeTruthy()
    expect(actsOf(api)).toEqual([])
  })

  it('says Back to one who left, and never marks them late for it', async () => {
    const { api, user } = await openPanel({
      log: [{ minute: 10, entry: { kind: 'left', pupilId: idOfPupil('Leo'), value: {} } }],
    })
    await user.click(tile(/^Leo/))
    await user.click(mark('Back'))
    expect(actsOf(api)).toEqual([[{ kind: 'admitted', pupilId: idOfPupil('Leo'), value: {} }]])
    expect(tile(/^Leo, 0 points, came back/)).toBeTruthy()
  })

  it('of a task goes round: done, partly, not yet, and done again', async () => {
    const { user } = await openPanel()
    for (const words of ['done', 'partly', 'not yet', 'done']) {
      await user.keyboard(`fr${shift('k')}`)
      expect(tile(new RegExp(`^Freya.*task ${words}`))).toBeTruthy()
    }
  })
})

describe('equipment', () => {
  it('may be said by name after the tap, and is ready again with another', async () => {
    const { api, user } = await openPanel()
    await user.keyboard(`fr${shift('e')}`)
    await user.type(screen.getByRole('textbox', { name: 'What is missing' }), 'ruler 1{Enter}')
    expect(screen.queryByRole('textbox', { name: 'What is missing' })).toBeNull()
    await user.keyboard(`fr${shift('e')}`)
    expect(tile(/^Freya, 0 points, not yet noticed$/)).toBeTruthy()
    expect(actsOf(api)).toMatchObject([
      [{ kind: 'equipment', value: { equipment: 'missing' } }],
      [{ kind: 'equipment', value: { equipment: 'missing' }, text: 'ruler 1' }],
      [{ kind: 'equipment', value: { equipment: 'ready' } }],
    ])
  })

  it('asks no longer once the teacher goes on', async () => {
    const { user } = await openPanel()
    await user.keyboard(`fr${shift('e')}ge1`)
    expect(screen.queryByRole('textbox', { name: 'What is missing' })).toBeNull()
    expect(tile(/^George, 1 point/)).toBeTruthy()
  })
})

describe('attitude', () => {
  it('is chosen on the school’s scale, in place, by tap or digit', async () => {
    const { api, user } = await openPanel()
    await user.click(tile(/^Freya/))
    await user.click(mark('Attitude'))
    const scale = within(screen.getByRole('region', { name: 'Attitude: Freya' }))
    expect(scale.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'Excellent1',
      'Good2',
      'Needs focus3',
      'Concern4',
      'Cancel',
    ])
    await user.click(scale.getByRole('button', { name: 'Good' }))
    await user.keyboard(`le${shift('h')}3`)
    expect(actsOf(api)).toEqual([
      [{ kind: 'attitude', pupilId: idOfPupil('Freya'), value: { attitude: 2 } }],
      [{ kind: 'attitude', pupilId: idOfPupil('Leo'), value: { attitude: 3 } }],
    ])
    expect(screen.queryByRole('region', { name: /^Attitude/ })).toBeNull()
  })

  it('is let go with Esc', async () => {
    const { api, user } = await openPanel()
    await user.keyboard(`le${shift('h')}{Escape}`)
    expect(screen.queryByRole('region', { name: /^Attitude/ })).toBeNull()
    expect(actsOf(api)).toEqual([])
  })
})

describe('the ladder', () => {
  it('says the step by name, and the tap that reaches the leader raises an incident', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('le9')
    expect(screen.getByText('Leo: Reminder (1 of 4)')).toBeTruthy()
    await user.keyboard('le9')
    expect(screen.getByText('Leo: Warning (2 of 4)')).toBeTruthy()
    expect(within(tile(/^Leo/)).getByText('Warning')).toBeTruthy()
    await user.keyboard('le9')
    await user.keyboard('le9')
    expect(screen.getByText('Leo: Senior leader (4 of 4), incident raised')).toBeTruthy()
    expect(actsOf(api)[3]).toEqual([
      expect.objectContaining({ kind: 'award' }),
      { kind: 'incident', pupilId: idOfPupil('Leo'), value: { why: 'ladder' } },
    ])
    await user.keyboard('le9')
    expect(actsOf(api)[4]).toHaveLength(1)
  })

  it('goes back with its incident by one undo', async () => {
    const { user } = await openPanel()
    for (let tap = 0; tap < 4; tap += 1) await user.keyboard('le9')
    await user.click(screen.getByRole('button', { name: 'Undo Leo Reminder and incident' }))
    expect(tile(/^Leo, 0 points, Time out \(3 of 4\)$/)).toBeTruthy()
  })

  it('is walked by each of several on their own', async () => {
    const { user } = await openPanel()
    for (let tap = 0; tap < 3; tap += 1) await user.keyboard('le9')
    await user.click(tile(/^Leo/))
    await user.click(tile(/^Freya/))
    await user.keyboard('9')
    expect(screen.getByText('Reminder: 2 pupils, incident raised for Leo')).toBeTruthy()
    expect(tile(/^Freya, 0 points, Reminder \(1 of 4\)$/)).toBeTruthy()
  })
})

describe('a note', () => {
  it('is of the class by N, and no key of the panel means anything while it is written', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('n')
    await user.keyboard('a1 fr1 u ge0{Enter}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull())
    expect(actsOf(api)).toEqual([[{ kind: 'note', value: { about: 'quick' }, text: 'a1 fr1 u ge0' }]])
    expect(screen.getByText('Note kept')).toBeTruthy()
  })

  it('is of those chosen, of the kind that is tapped', async () => {
    const { api, user } = await openPanel()
    await user.click(tile(/^Freya/))
    await user.click(tile(/^Leo/))
    await user.click(mark('Note'))
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Adds the denominators')
    await user.click(screen.getByRole('button', { name: 'Misconception' }))
    await waitFor(() => expect(actsOf(api)).toHaveLength(1))
    expect(actsOf(api)[0]).toEqual(
      ['Freya', 'Leo'].map((label) => ({
        kind: 'note',
        pupilId: idOfPupil(label),
        value: { about: 'misconception' },
        text: 'Adds the denominators',
      })),
    )
  })

  it('keeps its words while pupils are tapped, and where it is refused', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('n')
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Bar models')
    await user.click(tile(/^Freya/))
    await user.click(screen.getByRole('button', { name: 'Kind' }))
    expect(tile(/^Freya, 1 point/)).toBeTruthy()
    api.failNext('lesson.record', { code: 'not-now', message: 'Another adult ended it.' })
    await user.click(screen.getByRole('button', { name: 'Feedback given' }))
    expect(await screen.findByText('Another adult ended it.')).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('Bar models')
  })

  it('is let go with Esc', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('nWords{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
    expect(actsOf(api)).toEqual([])
  })
})

describe('a camera that may be off by agreement', () => {
  it('is off from admission, without a tap', async () => {
    const { api, user } = await openPanel({
      notIn: ['Leo'],
      minutesIn: 1,
      change: { cameraAgreedIds: [idOfPupil('Leo')] },
    })
    await user.keyboard(`le${shift('l')}`)
    expect(tile(/^Leo, 0 points, camera off by agreement/)).toBeTruthy()
    expect(actsOf(api)).toEqual([
      [{ kind: 'admitted', pupilId: idOfPupil('Leo'), value: { camera: 'off-by-agreement' } }],
    ])
  })
})
