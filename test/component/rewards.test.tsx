import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { type Handlers, Refusal } from '../../electron/ipc/dispatch.ts'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import { SignOffPage } from '../../renderer/features/sign-off/sign-off-page.tsx'
import type { CertificateTold } from '../../shared/ipc/commands/certificates.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const tileOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name},`) })

describe('a reward level reached live', () => {
  const open = async (termPointsBefore: Record<string, number>) => {
    const api = createFakeApi({ lesson: { pupils: 3, change: { termPointsBefore } } })
    renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
    await screen.findByRole('button', { name: /^Aisha,/ })
    return { api, user: userEvent.setup() }
  }

  it('is said to the teacher at once and marked on the tile, and undo takes it back', async () => {
    const { user } = await open({ [idOf(100)]: 24 })
    expect(tileOf('Aisha').getAttribute('aria-label')).not.toContain('reached')
    await user.click(tileOf('Aisha'))
    await user.keyboard('1')
    expect(screen.getByText('Aisha reached Bronze (25 points)')).toBeTruthy()
    expect(tileOf('Aisha').getAttribute('aria-label')).toContain('reached Bronze')
    await user.click(screen.getByRole('button', { name: /^Undo/ }))
    expect(screen.queryByText(/reached Bronze/)).toBeNull()
    expect(tileOf('Aisha').getAttribute('aria-label')).not.toContain('reached')
  })

  it('is not said again by the next point, nor of who stood there before the lesson', async () => {
    const { user } = await open({ [idOf(100)]: 24, [idOf(101)]: 25 })
    await user.click(tileOf('Alfie'))
    await user.keyboard('1')
    expect(screen.queryByText(/reached/)).toBeNull()
    await user.click(tileOf('Alfie'))
    await user.click(tileOf('Aisha'))
    await user.keyboard('11')
    expect(screen.queryByText(/reached/)).toBeNull()
    expect(tileOf('Aisha').getAttribute('aria-label')).toContain('reached Bronze')
    expect(tileOf('Alfie').getAttribute('aria-label')).not.toContain('reached')
  })

  it('is said of several in one line', async () => {
    const { user } = await open({ [idOf(100)]: 24, [idOf(101)]: 49 })
    await user.click(tileOf('Aisha'))
    await user.click(tileOf('Alfie'))
    await user.keyboard('1')
    expect(screen.getByText('2 pupils reached a level')).toBeTruthy()
  })
})

describe('certificates at signing off', () => {
  const told: CertificateTold[] = [
    {
      pupilId: idOf(100),
      name: 'Aisha Khan',
      levelId: 'bronze',
      levelName: 'Bronze',
      points: 25,
      madeAt: null,
    },
    {
      pupilId: idOf(101),
      name: 'Alfie Ward',
      levelId: 'silver',
      levelName: 'Silver',
      points: 51,
      madeAt: null,
    },
  ]
  const open = async (
    officeFolder: string | null = '/office',
    prepare?: Handlers['certificates.prepare'],
  ) => {
    const certificates = [...told]
    const api = createFakeApi({
      lesson: { pupils: 3, state: 'ended' },
      handlers: {
        'certificates.earned': () => ({ term: 'Spring term', certificates }),
        'certificates.prepare':
          prepare ??
          (({ wanted, place }) => {
            if (place === 'chosen') return { outcome: 'cancelled' }
            for (const [index, one] of certificates.entries()) {
              const isMade = wanted.some(({ pupilId }) => pupilId === one.pupilId)
              if (isMade) certificates[index] = { ...one, madeAt: Date.UTC(2021, 0, 18, 10) }
            }
            return { outcome: 'written', folder: '/office/certificates', files: wanted.map(() => 'one.pdf') }
          }),
      },
    })
    const { school } = api.status
    renderInApp(<SignOffPage lessonId={api.lessonId} />, {
      api,
      status: { school: school && { ...school, officeFolder } },
    })
    await screen.findByRole('heading', { name: 'Certificates earned' })
    return { api, user: userEvent.setup() }
  }
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(name) })

  it('are made for those ticked, marked as made, and made again only on purpose', async () => {
    const { api, user } = await open()
    await user.click(box('Alfie Ward'))
    await user.click(screen.getByRole('button', { name: 'Prepare the certificate' }))
    expect(await screen.findByText('The certificate is ready')).toBeTruthy()
    expect(screen.getByText('In /office/certificates')).toBeTruthy()
    expect(api.callsOf('certificates.prepare')).toEqual([
      { lessonId: api.lessonId, wanted: [{ pupilId: idOf(100), levelId: 'bronze' }], place: 'office' },
    ])
    expect(await screen.findByText(/made on 18 January 2021/)).toBeTruthy()
    expect([box('Aisha Khan').checked, box('Alfie Ward').checked]).toEqual([false, true])
    await user.click(box('Aisha Khan'))
    await user.click(screen.getByRole('button', { name: 'Prepare 2 certificates' }))
    expect(await screen.findByText('2 certificates are ready')).toBeTruthy()
  })

  it('are asked for a folder where the office has none, and leaving it makes none', async () => {
    const { user } = await open(null)
    await user.click(screen.getByRole('button', { name: 'Prepare 2 certificates in a folder…' }))
    expect(screen.queryByText(/ready/)).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(box('Aisha Khan').checked).toBe(true)
  })

  it('say how far they are, can be stopped, and that is then no failure', async () => {
    let finish = () => {}
    const { api, user } = await open(
      '/office',
      () =>
        new Promise((_done, refuse) => {
          finish = () => refuse(new Refusal('stopped', 'The export was stopped.'))
        }),
    )
    await user.click(screen.getByRole('button', { name: 'Prepare 2 certificates' }))
    act(() => {
      api.tell('certificates.progress', { lessonId: idOf(999), step: 'writing', done: 0, of: 9 })
      api.tell('certificates.progress', { lessonId: api.lessonId, step: 'printing', done: 1, of: 2 })
    })
    expect(screen.getByText('Printing 2 of 2')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(api.callsOf('certificates.stop')).toEqual([{ lessonId: api.lessonId }])
    await act(async () => {
      finish()
      await Promise.resolve()
    })
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByText(/ready/)).toBeNull()
    expect([box('Aisha Khan').checked, box('Alfie Ward').checked]).toEqual([true, true])
  })

  it('say why they were not made', async () => {
    const { api, user } = await open()
    api.failNext('certificates.prepare', { code: 'disk-full', message: 'There is no room left.' })
    await user.click(screen.getByRole('button', { name: 'Prepare 2 certificates' }))
    expect((await screen.findByRole('alert')).textContent).toContain('There is no room left.')
  })
})
