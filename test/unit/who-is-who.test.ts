import { describe, expect, it } from 'vitest'
import { idOf } from '../support/log-fixture.ts'
import { identified, meeting, person, pupilNames } from '../support/report-fixture.ts'

const freya = pupilNames(1, 'Freya Ward')
const aisha = pupilNames(2, 'Aisha Khan', { nicknames: ['Dragon'] })
const pupils = [freya, aisha, pupilNames(3, 'Tom Hill'), pupilNames(4, 'Sara Hill')]
const adults = ['Ms J Reid', 'Mr Hill']

const whoIs = (
  name: string,
  { original, host, ...ground }: Parameters<typeof identified>[2] & { original?: string; host?: true } = {},
) => {
  const more = { ...(original !== undefined && { originalName: original }), ...(host && { host }) }
  return identified([meeting(person(name, [['9:30', '10:00']], more))], pupils, { adults, ...ground })[0]?.who
}

describe('who a name of a report is', () => {
  it('is the pupil whose name it is', () => {
    expect(whoIs('Freya Ward')).toMatchObject({ is: 'pupils', pupilIds: [freya.id], how: 'matched' })
  })

  it('is a pupil under a device’s or an own name with the other in brackets', () => {
    expect(whoIs('Freya’s iPad', { original: 'Freya Ward' })).toMatchObject({ pupilIds: [freya.id] })
  })

  it('is asked where a new name and the original may be two children', () => {
    expect(whoIs('Tom Hill', { original: 'Sara Hill' })).toMatchObject({
      is: 'open',
      candidateIds: [idOf(3), idOf(4)],
    })
  })

  it('is asked for a new name nobody has said anything of, and known once it is remembered', () => {
    expect(whoIs('Wizard', { original: 'Aisha Khan' })).toMatchObject({
      is: 'open',
      candidateIds: [aisha.id],
    })
    expect(whoIs('Dragon', { original: 'Aisha Khan' })).toMatchObject({ is: 'pupils', pupilIds: [aisha.id] })
    expect(whoIs('Dragon', { original: 'Freya Ward' })).toMatchObject({ is: 'open' })
  })

  it.each(['Ms J Reid', 'J Reid', 'ms reid'])('is a grown-up of the school: %s', (name) => {
    expect(whoIs(name)).toMatchObject({ is: 'adult', how: 'matched' })
  })

  it('is nobody for certain by a surname a family may have too', () => {
    expect(whoIs('Hill')).toMatchObject({ is: 'open' })
  })

  it('is a grown-up where the report says host and no pupil has the name', () => {
    expect(whoIs('Jane', { host: true })).toMatchObject({ is: 'adult' })
    expect(whoIs('Freya Ward', { host: true })).toMatchObject({ is: 'open', candidateIds: [freya.id] })
  })

  it('is what a person said, whatever it looks like', () => {
    const answers = { freyaward: { as: 'not-ours' as const } }
    expect(whoIs('Freya Ward', { answers })).toMatchObject({ is: 'not-ours', how: 'said' })
  })

  it('is what was said in an earlier lesson, but not against a pupil’s own name', () => {
    const before = { otterai: { as: 'not-ours' as const }, freyaward: { as: 'not-ours' as const } }
    expect(whoIs('Otter.ai', { before })).toMatchObject({ is: 'not-ours', how: 'said-before' })
    expect(whoIs('Freya Ward', { before })).toMatchObject({ is: 'pupils' })
    expect(whoIs('Otter.ai')).toMatchObject({ is: 'open', candidateIds: [] })
  })

  it('is never a pupil who does not take part without a question', () => {
    const out = pupilNames(9, 'Zoe Vale', { takesPart: false })
    const [one] = identified([meeting(person('Zoe Vale', [['9:30', '9:40']]))], [out])
    expect(one?.who).toMatchObject({ is: 'open', candidateIds: [out.id], reason: 'does-not-take-part' })
  })

  it('asks which of two pupils of one name it is', () => {
    const twins = [pupilNames(5, 'Aisha Khan'), pupilNames(6, 'Aisha Khan')]
    const [one] = identified([meeting(person('Aisha Khan', [['9:30', '9:40']]))], twins)
    expect(one?.who).toMatchObject({ is: 'open', candidateIds: [idOf(5), idOf(6)] })
  })
})
