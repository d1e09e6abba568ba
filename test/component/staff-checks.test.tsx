import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import type { CheckItem } from '../../shared/domain/checks.ts'
import { school } from '../../shared/domain/school.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { Output, Status } from '../../shared/ipc/contract.ts'
import { assistantId, idOf, teacherId } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakeLesson } from '../support/fake-lesson.ts'
import { testPreset } from '../support/test-school.ts'

type Sighting = Output<'checks.look'>['sightings'][number]

const check = (id: string): CheckItem => {
  const found = testPreset.checkItems.find((one) => one.id === id)
  if (!found) throw new Error(`no check ${id}`)
  return found
}
const staff: StaffMember[] = [
  { id: idOf(4), name: 'Mrs B Ames', role: 'office' },
  { id: assistantId, name: 'Mr A Patel', role: 'assistant' },
  { id: idOf(3), name: 'Mrs D Okafor', role: 'assistant' },
  { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
]

type Options = {
  /** What the app sees, look by look; the last one stays. What is met is answered in the log. */
  looks?: readonly (readonly [Sighting['outcome'], string])[]
  plannedId?: string
  status?: Partial<Status>
}

/** The checklist of a lesson with one check and then `chat`. */
async function openCheck(id: string, { looks = [], plannedId, status = {} }: Options = {}) {
  let looked = 0
  const { lesson } = buildFakeLesson()
  const api: FakeApi = createFakeApi({
    status,
    lesson: {
      pupils: 3,
      state: 'planned',
      minutesIn: -8,
      change: {
        checkItems: [check(id), check('chat')],
        staff,
        lesson: plannedId === undefined ? lesson : { ...lesson, secondAdultId: plannedId },
      },
    },
    handlers: {
      'checks.look': () => {
        const now = looks[Math.min(looked, looks.length - 1)]
        looked += 1
        if (!now) return { sightings: [] }
        const [outcome, says] = now
        if (outcome === 'met') {
          api.happened([
            { kind: 'check-answered', value: { item: id, answer: 'done', seen: true }, text: says },
          ])
        }
        return { sightings: [{ item: id, outcome, says }] }
      },
    },
  })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  const last = looks.at(0)
  if (last) await screen.findAllByText(last[1])
  return { api, user: userEvent.setup() }
}
const question = () => screen.getByRole('heading', { level: 1 }).textContent
const lastEvent = (api: FakeApi) => api.record().events.at(-1)

describe('the code of conduct', () => {
  it('is shown, and acknowledged with Enter; the app answers the check', async () => {
    const { api, user } = await openCheck('conduct', {
      looks: [
        ['not-met', 'Not yet acknowledged, Spring term 2021'],
        ['met', 'Acknowledged, Spring term 2021'],
      ],
    })
    expect(
      within(screen.getByRole('region', { name: 'Code of conduct' })).getAllByRole('listitem'),
    ).toHaveLength(4)
    await user.keyboard('{Enter}')
    expect(await screen.findByText(check('chat').question)).toBeTruthy()
    expect(api.callsOf('conduct.acknowledge')).toEqual([{}])
    expect(api.callsOf('lesson.record')).toHaveLength(1)
    expect(screen.getByText('Acknowledged, Spring term 2021')).toBeTruthy()
  })

  it('stays open, with the reason, where that was not written down', async () => {
    const { api, user } = await openCheck('conduct', { looks: [['not-met', 'Not yet acknowledged']] })
    api.failNext('conduct.acknowledge', { code: 'not-saved', message: 'The disk is full.' })
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(question()).toBe(check('conduct').question)
  })
})

describe('the device', () => {
  it('is confirmed as one’s own with Enter; the app answers the check', async () => {
    const { api, user } = await openCheck('school-device', {
      looks: [
        ['unknown', 'CJS-114, signed in as j.reid: is that you?'],
        ['met', 'CJS-114, your own profile'],
      ],
    })
    await user.keyboard('{Enter}')
    expect(await screen.findByText(check('chat').question)).toBeTruthy()
    expect(api.callsOf('device.confirm')).toEqual([{}])
    expect(api.callsOf('lesson.record')).toHaveLength(1)
  })

  it('stays the teacher’s word where the school has no list', async () => {
    const { api, user } = await openCheck('school-device', {
      looks: [['unknown', 'CJS-114; the school has no device list yet']],
    })
    await user.keyboard('{Enter}')
    expect(await screen.findByText(check('chat').question)).toBeTruthy()
    expect(lastEvent(api)).toMatchObject({ value: { item: 'school-device', answer: 'done' } })
  })

  it('is not done where the account is a colleague’s', async () => {
    const { api, user } = await openCheck('school-device', {
      looks: [['unknown', 'CJS-114, signed in as j.reid: is that you?']],
    })
    api.failNext('device.confirm', {
      code: 'not-allowed',
      message: 'j.reid is the own profile of Mr A Patel.',
    })
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('own profile of Mr A Patel')
    expect(question()).toBe(check('school-device').question)
  })

  it('is passed over with a reason where it is another’s', async () => {
    const { api, user } = await openCheck('school-device', {
      looks: [['not-met', 'CJS-114, signed in as supply1, not as j.reid']],
    })
    expect(screen.queryByRole('button', { name: check('school-device').confirm })).toBeNull()
    await user.keyboard('nCover for Mr Lee{Enter}')
    expect(lastEvent(api)).toMatchObject({ value: { answer: 'not-applicable' }, text: 'Cover for Mr Lee' })
    expect(api.callsOf('device.confirm')).toEqual([])
  })
})

it('opens the staff page where training is overdue, and says which', async () => {
  const says = 'Online safety: overdue since 3 January 2021'
  const { api, user } = await openCheck('training', { looks: [['not-met', says]] })
  await user.keyboard('{Enter}')
  expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'staff' }])
  expect(question()).toBe(check('training').question)
})

describe('the second adult', () => {
  const radios = () => screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)

  it('is whoever is planned with Enter alone, and said to be in only then', async () => {
    const { api, user } = await openCheck('second-adult', { plannedId: idOf(3) })
    expect(radios()).toEqual([
      'Mrs D Okaforplanned, not in yet1',
      'Mr A Patel2',
      'Mrs B Ames3',
      'Someone else4',
    ])
    expect(screen.getByText('Waiting for Mrs D Okafor')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(question()).toBe(check('chat').question)
    expect(api.record().events.slice(-2)).toMatchObject([
      { value: { item: 'second-adult', answer: 'done' } },
      { kind: 'second-adult-joined', value: { staffId: idOf(3) } },
    ])
    expect(screen.queryByText('Waiting for Mrs D Okafor')).toBeNull()
    await user.keyboard('{Escape}')
    expect(radios()[0]).toBe('Mrs D Okaforin1')
  })

  it('stays open while they are not in yet, and the other checks go on', async () => {
    const { api, user } = await openCheck('second-adult', { plannedId: idOf(3) })
    await user.keyboard('w')
    expect(question()).toBe(check('chat').question)
    expect(api.callsOf('lesson.record')).toHaveLength(1)
    expect(screen.getByText('Waiting for Mrs D Okafor')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(question()).toBe(check('second-adult').question)
    await user.keyboard('nThey are ill{Enter}')
    expect(await screen.findByText(/two or more pupils must be waiting/)).toBeTruthy()
  })

  it('is nobody from the start where nobody is planned', async () => {
    const { user } = await openCheck('second-adult')
    expect(radios()).toEqual(['Mr A Patel1', 'Mrs D Okafor2', 'Mrs B Ames3', 'Someone else4'])
    await user.keyboard('w{Enter}')
    expect(question()).toBe(check('second-adult').question)
  })
})

describe('a concern', () => {
  it('leads to the safeguarding lead, one tap away', async () => {
    const settings = school.parse({
      name: 'Hilltop',
      domain: '',
      teacherName: 'Ms J Reid',
      teacherEmail: '',
      officeFolder: null,
      notTheRegister: 'Not the register.',
      safeguarding: { edition: '', link: '', checked: null, lead: 'Mrs H Ashdown, room 2' },
    })
    const { user } = await openCheck('second-adult', { status: { school: settings } })
    await user.click(screen.getByText('I have a concern'))
    expect(screen.getByText(/Safeguarding lead: Mrs H Ashdown, room 2\./)).toBeTruthy()
  })
})
