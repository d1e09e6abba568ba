import { describe, expect, it } from 'vitest'
import {
  admittedAsAgreed,
  isCameraAgreedOn,
  hasNickname,
  joining,
  marksOf,
  nothingKnown,
  takesPartOn,
  withName,
} from '../../shared/domain/joining.ts'

const out = joining.parse({ optOut: { since: '2021-01-18', toldBy: 'Her father' } })

describe('taking part', () => {
  it('ends on the day the family said, not before', () => {
    expect(takesPartOn(undefined, '2021-01-18')).toBe(true)
    expect(takesPartOn(nothingKnown, '2021-01-18')).toBe(true)
    expect(takesPartOn(out, '2021-01-17')).toBe(true)
    expect(takesPartOn(out, '2021-01-18')).toBe(false)
    expect(takesPartOn(out, '2021-02-01')).toBe(false)
  })

  it('is marked on a list with what else is to be known', () => {
    const known = joining.parse({
      ...out,
      difficulty: { what: 'No camera', doing: '' },
      sharedDevices: ['iPad'],
    })
    expect(marksOf(known, '2021-01-18')).toEqual(['does-not-take-part', 'difficulty', 'shares-device'])
    expect(marksOf(nothingKnown, '2021-01-18')).toEqual([])
  })
})

describe('names remembered', () => {
  it('are kept once, however they are written', () => {
    const known = withName(nothingKnown, ' Lulu ', 'nickname')
    expect(known.nicknames).toEqual(['Lulu'])
    expect(withName(known, 'LULU', 'nickname')).toBe(known)
    expect(withName(known, 'Lulu', 'shared-device').sharedDevices).toEqual(['Lulu'])
    expect(hasNickname(known, 'lu-lu')).toBe(true)
    expect(hasNickname(known, 'Lola')).toBe(false)
  })

  it('are at most twenty: the oldest makes room', () => {
    const full = Array.from({ length: 21 }).reduce<typeof nothingKnown>(
      (known, _, place) => withName(known, `Name ${place}`, 'nickname'),
      nothingKnown,
    )
    expect(full.nicknames).toHaveLength(20)
    expect(full.nicknames[0]).toBe('Name 1')
    expect(joining.safeParse(full).success).toBe(true)
  })
})

describe('an agreement about the camera', () => {
  const agreed = (until: string | null) =>
    joining.parse({ cameraOff: { agreedBy: 'Mrs L Osei', why: 'A carer is in view', until } })

  it('holds to its last day, or until it is looked at again', () => {
    expect(isCameraAgreedOn(agreed('2021-01-18'), '2021-01-18')).toBe(true)
    expect(isCameraAgreedOn(agreed('2021-01-18'), '2021-01-19')).toBe(false)
    expect(isCameraAgreedOn(agreed(null), '2022-01-18')).toBe(true)
    expect(isCameraAgreedOn(joining.parse({}), '2021-01-18')).toBe(false)
  })

  it('is said with the admission of those it is about, and of nothing else', () => {
    const [ada, alan] = ['ada', 'alan']
    expect(
      admittedAsAgreed(
        [
          { kind: 'admitted', pupilId: ada, value: {} },
          { kind: 'admitted', pupilId: alan, value: {} },
          { kind: 'left', pupilId: ada, value: {} },
        ],
        [ada],
      ).map((entry) => ('value' in entry ? entry.value : null)),
    ).toEqual([{ camera: 'off-by-agreement' }, {}, {}])
  })
})
