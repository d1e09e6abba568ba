import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions } from '../support/fake-lesson.ts'

const thirty = buildFakePupils(30)
const idOfPupil = (label: string) => thirty.find((one) => one.label === label)?.id ?? ''
const fullNames = thirty.map(({ forename, surname }) => `${forename} ${surname}`)

/** The waiting list of thirty pupils, with a second adult in. */
async function openWaitingList(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { pupils: 30, state: 'admitting', minutesIn: -4, ...lesson } })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading', { name: 'Who is waiting?' })
  return { api, user: userEvent.setup() }
}

async function paste(text: string) {
  await act(async () => {
    fireEvent.paste(document.activeElement ?? document.body, { clipboardData: { getData: () => text } })
    await new Promise((resolve) => setTimeout(resolve))
  })
}
const actsOf = (api: FakeApi): object[][] =>
  api
    .callsOf('lesson.record')
    .map((input) => (input as { entries: Entry[] }).entries.map(({ id: _id, ...rest }) => rest))
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const keptOut = () =>
  within(screen.getByRole('list', { name: 'Not expected: do not admit' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('strong')?.textContent)
const tick = (label: string, text?: string) => ({
  kind: 'waiting',
  pupilId: idOfPupil(label),
  value: { waiting: true },
  ...(text === undefined ? {} : { text }),
})

describe('pasting the names waiting', () => {
  it('ticks thirty expected pupils with one key and lets them in with another', async () => {
    const { api, user } = await openWaitingList()
    await paste(`Waiting room (30)\n${fullNames.join('\n')}`)
    expect(screen.getByText('30 of 30 waiting')).toBeTruthy()
    expect(screen.getByText('30 pupils ticked')).toBeTruthy()
    expect(actsOf(api)).toEqual([expect.arrayContaining([tick('Zoe'), tick('Aisha')])])
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'Everybody is in' })).toBeTruthy()
  })

  it('keeps the name the meeting shows where it is not the pupil’s own', async () => {
    const { api } = await openWaitingList()
    await paste('ZOE  brooks\nKofi M. Ampofo-Nobody\nFarah')
    expect(actsOf(api)[0]).toEqual([tick('Zoe'), tick('Farah', 'Farah')])
    expect(box(/^Farah/).closest('label')?.textContent).toContain('as “Farah”')
  })

  it('does nothing twice when more have come', async () => {
    const { api } = await openWaitingList()
    await paste('Zoe Brooks\nFarah Ward')
    await paste('Zoe Brooks\nFarah Ward\nSam Evans')
    expect(box(/^Sam/).checked).toBe(true)
    expect(actsOf(api).map((one) => one.length)).toEqual([2, 1])
    expect(screen.getByText('1 pupil ticked · 2 known already')).toBeTruthy()
    await paste('Sam Evans')
    expect(actsOf(api)).toHaveLength(2)
    expect(screen.getByText('Nobody new to tick · 3 known already')).toBeTruthy()
  })

  it('takes names typed by hand, one a line', async () => {
    const { user } = await openWaitingList()
    await user.click(screen.getByRole('button', { name: 'Paste names' }))
    const field = screen.getByRole('textbox', { name: 'Names waiting, one a line' })
    expect(document.activeElement).toBe(field)
    await user.keyboard('Zoe Brooks{Enter}Sam Evans{Control>}{Enter}{/Control}')
    expect(await screen.findByText('2 of 30 waiting')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Find a pupil by name' }))
  })

  it('leaves the field with Escape, and nothing is read', async () => {
    const { api, user } = await openWaitingList()
    await user.click(screen.getByRole('button', { name: 'Paste names' }))
    await user.keyboard('Zoe Brooks{Escape}')
    expect(screen.getByRole('heading', { name: 'Who is waiting?' })).toBeTruthy()
    expect(api.callsOf('waiting.match')).toEqual([])
  })

  it.each([
    ['ten thousand lines', 'Somebody\n'.repeat(10_000), 'far more than a list'],
    ['a wall of text', 'All the king’s horses and all the king’s men could not do it. '.repeat(4000), 'No'],
    ['fifty million letters', 'x'.repeat(50_000_000), 'far more than a list'],
    ['the inside of a file', 'PK\u0003\u0004\u0000\u0000', 'not text'],
    ['a picture', '', 'nothing to read'],
  ])('says so in words for %s, and changes nothing', async (_what, text, words) => {
    const { api, user } = await openWaitingList()
    await paste(text)
    expect((await screen.findByRole('alert')).textContent).toContain(words)
    expect(screen.getByText('0 of 30 waiting')).toBeTruthy()
    expect(actsOf(api)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Seen' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('a name to ask about', () => {
  it('is answered with one key, remembered, and not asked again', async () => {
    const { api, user } = await openWaitingList()
    await paste("Sam Evans\nZoe's iPad")
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe("“Zoe's iPad”: is this Zoe Brooks?")
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Yes, Zoe Brooks' }))
    expect(box(/^Zoe/).checked).toBe(false)
    await user.keyboard('{Enter}')
    expect(actsOf(api).at(-1)).toEqual([tick('Zoe', "Zoe's iPad")])
    expect(api.callsOf('waiting.remember')).toEqual([
      { pupilId: idOfPupil('Zoe'), name: "Zoe's iPad", as: 'shared-device' },
    ])
    expect(screen.getByRole('heading', { name: 'Who is waiting?' })).toBeTruthy()
    await paste("Zoe's iPad")
    expect(screen.getByRole('heading', { name: 'Who is waiting?' })).toBeTruthy()
    expect(actsOf(api)).toHaveLength(2)
  })

  it('is not remembered where that is switched off', async () => {
    const { api, user } = await openWaitingList()
    await paste("Zoe's iPad")
    await user.keyboard('r')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Remember/ }).checked).toBe(false)
    await user.keyboard('{Enter}')
    expect(box(/^Zoe/).checked).toBe(true)
    expect(api.callsOf('waiting.remember')).toEqual([])
  })

  it('stays out when it is nobody we expect, and that is written when others are let in', async () => {
    const { api, user } = await openWaitingList()
    await paste("Sam Evans\nFarah Ward\nZoe's iPad\nDragon99")
    await user.keyboard('n')
    expect(keptOut()).toEqual(["Zoe's iPad", 'Dragon99'])
    await user.keyboard('{Enter}')
    expect(actsOf(api).at(-1)).toEqual([
      { kind: 'admitted', pupilId: idOfPupil('Farah'), value: {} },
      { kind: 'admitted', pupilId: idOfPupil('Sam'), value: {} },
      { kind: 'kept-out', value: { why: 'unexpected' }, text: "Zoe's iPad" },
      { kind: 'kept-out', value: { why: 'unexpected' }, text: 'Dragon99' },
    ])
    await paste('Dragon99\nHana Price')
    await user.keyboard('{Enter}')
    expect(actsOf(api).at(-1)).toEqual([{ kind: 'admitted', pupilId: idOfPupil('Hana'), value: {} }])
  })

  it('with several it may be waits for a number', async () => {
    const twins = [
      { forename: 'Ella', surname: 'Ward' },
      { forename: 'Ella', surname: 'Price' },
      { forename: 'Sam', surname: 'Reed' },
    ]
    const { api, user } = await openWaitingList({ pupils: twins })
    await paste('Ella')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('“Ella”: who is this?')
    await user.keyboard('x')
    expect(actsOf(api)).toEqual([])
    const choices = within(screen.getByRole('list', { name: 'Who it may be' })).getAllByRole('button')
    expect(choices.map((one) => one.textContent)).toEqual([
      expect.stringContaining('1'),
      expect.stringContaining('2'),
    ])
    await user.keyboard('2')
    expect(actsOf(api).at(-1)).toMatchObject([{ kind: 'waiting', text: 'Ella' }])
    expect(screen.queryByRole('checkbox', { name: /^Remember/ })).toBeNull()
  })

  it('on one device takes all who are there', async () => {
    const { api, user } = await openWaitingList()
    await paste('Zoe & Sam')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('“Zoe & Sam”: who is there?')
    await user.keyboard('12')
    await user.click(screen.getByRole('button', { name: /^Yes, / }))
    expect(actsOf(api).at(-1)).toHaveLength(2)
    expect(api.callsOf('waiting.remember')).toHaveLength(2)
    expect(box(/^Zoe/).checked && box(/^Sam/).checked).toBe(true)
  })

  it('can be left for later and taken up again', async () => {
    const { user } = await openWaitingList()
    await paste("Zoe's iPad\nSam Evans")
    await user.keyboard('{Escape}')
    expect(screen.getByRole('heading', { name: 'Who is waiting?' })).toBeTruthy()
    expect(box(/^Zoe/).checked).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Ask about 1 name' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('is this Zoe Brooks?')
  })

  it('not expected turns out to be a pupil: chosen by hand, and the evidence is put right', async () => {
    const { api, user } = await openWaitingList()
    await paste('Dragon99\nSam Evans')
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('button', { name: 'Say who “Dragon99” is' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Another pupil' }), 'Kofi Khan')
    await user.click(screen.getByRole('button', { name: 'Yes, Kofi Khan' }))
    const out = api.record().events.find((event) => event.kind === 'kept-out')
    expect(actsOf(api).at(-1)).toEqual([{ kind: 'revoked', revokes: out?.id }, tick('Kofi', 'Dragon99')])
    expect(screen.queryByText('Not expected: do not admit')).toBeNull()
    expect(api.callsOf('waiting.remember')).toEqual([
      { pupilId: idOfPupil('Kofi'), name: 'Dragon99', as: 'nickname' },
    ])
  })

  it('says why a name could not be remembered, and keeps the pupil ticked', async () => {
    const { api, user } = await openWaitingList()
    api.failNext('waiting.remember', { code: 'nickname-taken', message: 'It is remembered for Sam already.' })
    await paste("Zoe's iPad")
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('It is remembered for Sam already.')
    expect(box(/^Zoe/).checked).toBe(true)
  })
})

describe('a pupil who does not take part', () => {
  const zoeOut = { change: { optedOutIds: [idOfPupil('Zoe')] } }

  it('stands apart, cannot be ticked, and is kept out with the reason', async () => {
    const { api, user } = await openWaitingList(zoeOut)
    const apart = screen.getByRole('list', { name: 'Pupils who do not take part' })
    expect(apart.textContent).toBe('Zoe Brooks')
    expect(screen.queryByRole('checkbox', { name: /^Zoe/ })).toBeNull()
    await paste('Zoe Brooks\nSam Evans')
    expect(keptOut()).toEqual(['Zoe Brooks'])
    expect(screen.getByText(/who does not take part: not to be let in/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Say who/ })).toBeNull()
    await user.keyboard('{Enter}')
    expect(actsOf(api).at(-1)).toEqual([
      { kind: 'admitted', pupilId: idOfPupil('Sam'), value: {} },
      { kind: 'kept-out', value: { why: 'does-not-take-part' }, text: 'Zoe Brooks' },
    ])
  })

  it('is not among those all of whom are ticked', async () => {
    const { user } = await openWaitingList(zoeOut)
    await user.keyboard('{Control>}a{/Control}')
    expect(screen.getByText('29 of 29 waiting')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'Everybody is in' })).toBeTruthy()
  })
})
