import { describe, expect, it } from 'vitest'
import { lessonsToComeBackTo, notesComingBack, notesInWords } from '../../shared/domain/notes.ts'
import { instantOf } from '../../shared/domain/times.ts'
import { idOf, startLog } from '../support/log-fixture.ts'

const taught = (id: string, subject: string) => ({ id, subject })
const idsFor = (subject: string, earlier: Iterable<{ id: string; subject: string }>) =>
  lessonsToComeBackTo(subject, earlier).map(({ id }) => id)

describe('lessons to come back to', () => {
  it('are the last one, and the last one of the same subject where that is another', () => {
    const earlier = [taught('c', 'Geography'), taught('b', 'Maths'), taught('a', 'Maths')]
    expect(idsFor('Maths', earlier)).toEqual(['c', 'b'])
    expect(idsFor('geography ', earlier)).toEqual(['c'])
    expect(idsFor('Science', earlier)).toEqual(['c'])
    expect(idsFor('Maths', [])).toEqual([])
  })

  it('are read no further than needed', () => {
    function* earlier() {
      yield taught('b', 'Maths')
      throw new Error('read on')
    }
    expect(idsFor('Maths', earlier())).toEqual(['b'])
  })
})

describe('notes that come back', () => {
  const lesson = { id: idOf(10), subject: 'Maths', startsAt: instantOf('2021-01-15', '09:30') }
  const kofi = { id: idOf(101), forename: 'Kofi', surname: 'Osei', label: 'Kofi' }
  const log = startLog(lesson.id)
  const [taken] = log.act([{ kind: 'note', value: { about: 'misconception' }, text: 'Taken back' }])
  log.act([{ kind: 'note', value: { about: 'misconception' }, text: 'Adds the denominators' }])
  log.act([{ kind: 'note', pupilId: kofi.id, value: { about: 'follow-up' }, text: 'Rulers' }])
  log.act([{ kind: 'note', pupilId: idOf(102), value: { about: 'follow-up' }, text: 'Has left the class' }])
  log.act([{ kind: 'note', value: { about: 'quick' }, text: 'Of the moment' }])
  log.act([{ kind: 'revoked', revokes: taken?.id ?? '' }])
  const back = notesComingBack(lesson, log.events, [kofi])

  it('stand still, are no quick ones, are of the class or of one of its pupils, and say where they are from', () => {
    expect(back).toMatchObject([
      { subject: 'Maths', about: 'misconception', pupil: null, text: 'Adds the denominators' },
      { about: 'follow-up', pupil: 'Kofi', text: 'Rulers', startsAt: lesson.startsAt },
    ])
    expect(back).toHaveLength(2)
  })

  it('are named in one line', () => {
    expect(notesInWords(back)).toBe('2 notes from Maths on Friday')
    const other = back.slice(0, 1).map((one) => ({ ...one, lessonId: idOf(11), subject: 'Science' }))
    expect(notesInWords(other)).toBe('1 note from Science on Friday')
    expect(notesInWords([...back, ...other])).toBe('3 notes from Maths on Friday and Science on Friday')
  })
})
