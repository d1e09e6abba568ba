import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SettingsPage } from '../../renderer/features/settings/settings-page.tsx'
import { newSchool } from '../../shared/domain/school.ts'
import type { Status } from '../../shared/ipc/contract.ts'
import { teacherId } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

function openSettings(status: Partial<Status> = {}) {
  const api = createFakeApi({ status })
  renderInApp(<SettingsPage />, { api })
  return { api, user: userEvent.setup() }
}
const section = (name: string) => within(screen.getByRole('region', { name }))

describe('the school’s devices', () => {
  it('take this computer with one click', async () => {
    const { api, user } = openSettings()
    expect(section('The school’s devices').getByText('This computer is CJS-114')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add this computer' }))
    expect(api.callsOf('school.save')).toMatchObject([{ devices: ['CJS-114'] }])
  })

  it('are written one to a line, each once', async () => {
    const { api, user } = openSettings()
    const field = section('The school’s devices').getByRole('textbox')
    await user.type(field, ' CJS-113 {Enter}{Enter}CJS-115{Enter}CJS-113')
    await user.click(screen.getByRole('button', { name: 'Save the devices' }))
    expect(api.callsOf('school.save')).toMatchObject([{ devices: ['CJS-113', 'CJS-115'] }])
    expect(await section('The school’s devices').findByText('Saved')).toBeTruthy()
    expect(screen.getAllByText('Saved')).toHaveLength(1)
  })

  it('say in words what is too long, and change nothing', async () => {
    const { api, user } = openSettings()
    await user.type(section('The school’s devices').getByRole('textbox'), 'x'.repeat(81))
    await user.click(screen.getByRole('button', { name: 'Save the devices' }))
    expect(screen.getByText(/is too long: 80 letters at most/)).toBeTruthy()
    expect(api.callsOf('school.save')).toEqual([])
  })
})

describe('the school’s colour', () => {
  it('is chosen and saved', async () => {
    const { api, user } = openSettings()
    const field = screen.getByLabelText<HTMLInputElement>('The school’s colour', { selector: 'input' })
    expect(field.value).toBe('#6741d9')
    fireEvent.input(field, { target: { value: '#0b7373' } })
    await user.click(screen.getByRole('button', { name: 'Save the colour' }))
    expect(api.callsOf('school.save')).toMatchObject([{ colour: '#0b7373' }])
  })
})

describe('what a leader decides', () => {
  it('is shown to others, who are told so, and not theirs to change', () => {
    openSettings({ mayLead: false })
    for (const name of [
      'The school’s colour',
      'The school’s devices',
      'Training',
      'Code of conduct',
      'Safeguarding',
      'The policy’s dates',
      'Meeting reports',
    ]) {
      expect(section(name).getByText('Only a leader changes this.')).toBeTruthy()
      expect(section(name).queryByRole('button')).toBeNull()
    }
    for (const field of section('Code of conduct').getAllByRole<HTMLTextAreaElement>('textbox')) {
      expect(field.readOnly).toBe(true)
    }
    expect(screen.getByLabelText<HTMLInputElement>(/e-mail domain/).readOnly).toBe(true)
    expect(screen.getByRole('button', { name: 'Choose the folder' })).toBeTruthy()
  })

  it('keeps a training that stays what it was, and makes a new one of a new name', async () => {
    const { api, user } = openSettings()
    await user.type(section('Training').getByRole('textbox'), '{Enter}Fire safety')
    await user.click(screen.getByRole('button', { name: 'Save the trainings' }))
    expect(api.callsOf('school.save')).toMatchObject([
      {
        trainingTopics: [
          { id: 'video-platform' },
          { id: 'online-safety' },
          { id: 'safeguarding' },
          { id: 'fire-safety', title: 'Fire safety' },
        ],
      },
    ])
  })

  it('saves the code of conduct, the guidance and the dates, each on its own', async () => {
    const { api, user } = openSettings()
    await user.type(section('Code of conduct').getByRole('textbox'), '{Enter}I am on time.')
    await user.click(screen.getByRole('button', { name: 'Save the code' }))
    await user.type(screen.getByLabelText(/Safeguarding lead/), 'Mrs H Ashdown, room 2')
    await user.type(screen.getByLabelText(/Last checked/), '2021-01-15')
    await user.click(screen.getByRole('button', { name: 'Save the guidance' }))
    await user.clear(screen.getByLabelText(/Review by/))
    await user.type(screen.getByLabelText(/Review by/), '2022-09-01')
    await user.click(screen.getByRole('button', { name: 'Save the dates' }))
    expect(api.callsOf('school.save')).toMatchObject([
      { codeOfConduct: expect.arrayContaining(['I am on time.']) },
      { safeguarding: { lead: 'Mrs H Ashdown, room 2', checked: '2021-01-15', edition: '', link: '' } },
      { policyAdopted: '2021-01-01', policyReview: '2022-09-01' },
    ])
  })
})

it('saves from how many minutes a meeting’s report counts as different', async () => {
  const { api, user } = openSettings()
  const field = section('Meeting reports').getByLabelText(/Minutes/)
  await user.clear(field)
  await user.type(field, '5')
  await user.click(screen.getByRole('button', { name: 'Save the minutes' }))
  expect(api.callsOf('school.save')).toMatchObject([{ reportSlackMinutes: 5 }])
})

describe('one’s own profile', () => {
  const me = (account?: string): Partial<Status> => ({
    me: { id: teacherId, name: 'Ms J Reid', role: 'teacher', ...(account === undefined ? {} : { account }) },
  })

  it('is confirmed with one click', async () => {
    const { api, user } = openSettings(me())
    expect(screen.getByText('Signed in as j.reid on CJS-114')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'This is my own profile' }))
    expect(api.callsOf('device.confirm')).toEqual([{}])
  })

  it('says that it is, and where another’s is signed in, what to do', () => {
    openSettings(me('J.Reid'))
    expect(screen.getByText('Signed in as j.reid on CJS-114: your own profile')).toBeTruthy()
  })

  it('says what to do where another’s is signed in', () => {
    openSettings(me('reid'))
    expect(screen.getByText(/your own profile is reid\. Sign in to the computer as reid/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'This is my own profile' })).toBeNull()
  })
})

describe('what the export holds', () => {
  const open = (status: Partial<Status> = {}) => {
    const api = openSettings(status)
    return { ...api, export: section('What the export holds') }
  }

  it('is chosen by sheet and column, each under the school’s own name', async () => {
    const { api, user, export: form } = open()
    await user.click(form.getByRole('checkbox', { name: 'Sheet Packs' }))
    await user.click(form.getByRole('checkbox', { name: 'Camera' }))
    await user.type(form.getByLabelText('Participation: UPN is called'), 'Unique number')
    await user.click(form.getByRole('checkbox', { name: 'One for each class' }))
    await user.selectOptions(form.getByLabelText(/who are called the same/), 'By a number')
    await user.click(form.getByRole('button', { name: 'Save the export' }))
    expect(api.callsOf('school.save')).toMatchObject([
      {
        exportSettings: {
          leftOutSheets: ['Packs'],
          columns: [
            { sheet: 'Participation', column: 'UPN', name: 'Unique number', isLeftOut: false },
            { sheet: 'Participation', column: 'Camera', name: null, isLeftOut: true },
          ],
          sameNames: 'number',
          pdfs: ['day', 'class'],
        },
      },
    ])
  })

  it('saves what it was where nothing is changed', async () => {
    const { api, user, export: form } = open()
    await user.click(form.getByRole('button', { name: 'Save the export' }))
    const { school } = api.status
    expect(api.callsOf('school.save')).toEqual([school])
  })

  it.each(['/', 'AM mark', 'Attendance code', 'Absence code'])(
    'never calls a column %j, and says why',
    async (name) => {
      const { api, user, export: form } = open()
      await user.type(form.getByLabelText('Participation: Camera is called'), name)
      await user.click(form.getByRole('button', { name: 'Save the export' }))
      expect(form.getByText(/reads like the attendance register/)).toBeTruthy()
      expect(api.callsOf('school.save')).toEqual([])
    },
  )

  it('keeps a folder for each part, chosen by name, and leaves it again', async () => {
    const folders = { leaders: null, home: '/shared/home' }
    const school = { ...newSchool('Crofton', 'Ms J Reid', 'Not the register.'), splitFolders: folders }
    const api = createFakeApi({
      status: { school },
      handlers: {
        'folder.choose': ({ of }) => ({ folder: `/chosen/${of}` }),
        'school.save': (saved) => {
          api.status.school = saved
          api.tell('school.changed', {})
          return {}
        },
      },
    })
    renderInApp(<SettingsPage />, { api })
    const user = userEvent.setup()
    expect(screen.getByText('For leaders: asked each time')).toBeTruthy()
    expect(screen.getByText('For home: /shared/home')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Choose the folder for leaders' }))
    await user.click(screen.getByRole('button', { name: 'Choose the folder for home' }))
    await user.click(screen.getByRole('button', { name: 'Ask each time' }))
    expect(api.callsOf('folder.choose')).toEqual([{ of: 'leaders' }, { of: 'home' }])
    expect(api.callsOf('school.save')).toMatchObject([
      { splitFolders: { leaders: '/chosen/leaders', home: '/shared/home' } },
      { splitFolders: { leaders: null, home: '/chosen/home' } },
      { splitFolders: { leaders: null, home: null } },
    ])
    api.failNext('school.save', { code: 'disk-full', message: 'There is no room left.' })
    await user.click(screen.getByRole('button', { name: 'Choose the folder for leaders' }))
    expect(screen.getByRole('alert').textContent).toContain('There is no room left.')
  })

  it('is a leader’s to decide; so is the folder for leaders; the office’s address and the folder for home are everybody’s', async () => {
    const { api, user, export: form } = open({ mayLead: false })
    expect(form.queryByRole('button')).toBeNull()
    expect(form.getByRole<HTMLInputElement>('checkbox', { name: 'Sheet Packs' }).matches(':disabled')).toBe(
      true,
    )
    expect(screen.queryByRole('button', { name: 'Choose the folder for leaders' })).toBeNull()
    expect(screen.getByText(/For leaders \(only a leader changes this\)/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Choose the folder for home' })).toBeTruthy()
    await user.type(screen.getByLabelText('The office’s e-mail address'), 'office@hilltop.example')
    await user.click(screen.getByRole('button', { name: 'Save the address' }))
    expect(api.callsOf('school.save')).toMatchObject([{ officeEmail: 'office@hilltop.example' }])
  })
})
