import { describe, expect, it } from 'vitest'
import { matchInSteps, matchNames, type PupilNames } from '../../shared/domain/names/match-names.ts'

const pupil = (name: string, more: Partial<PupilNames> = {}): PupilNames => {
  const [legalForename = '', ...surname] = name.split(' ')
  const legalSurname = surname.join(' ')
  return { id: name, legalForename, legalSurname, nicknames: [], devices: [], takesPart: true, ...more }
}

const jenny = pupil('Jennifer Clarke', { preferredForename: 'Jenny', devices: ['Clarke family iPad'] })
const tom = pupil('Thomas Clarke', { devices: ['Clarke family iPad'] })
const aishaKhan = pupil('Aisha Khan')
const aishaKaya = pupil('Aisha Kaya', { nicknames: ['Moonbeam'] })
const chloe = pupil('Chloé Dubois')
const harry = pupil('Harry Osborne', { takesPart: false })
const oliver = pupil('Oliver Bell-Carter', { devices: ['Study-PC', 'iPad'] })
const CLASS = [jenny, tom, aishaKhan, aishaKaya, chloe, harry, oliver]

/** `expected Jennifer Clarke`, `ask Aisha Khan, Aisha Kaya`, `unexpected`. */
function match(names: readonly string[], pupils: readonly PupilNames[] = CLASS) {
  return matchNames(names, pupils).map(({ outcome, pupilId, candidateIds }) =>
    `${outcome} ${pupilId ?? candidateIds.join(', ')}`.trim(),
  )
}
const one = (name: string, pupils: readonly PupilNames[] = CLASS) => match([name], pupils)[0]

describe('a name is expected when it can be nobody else', () => {
  it.each([
    ['as called', 'Jenny Clarke'],
    ['by the legal forename', 'Jennifer Clarke'],
    ['surname first', 'CLARKE, jennifer'],
    ['run together', 'JennyClarke'],
    ['with dots and digits', 'jenny.clarke5'],
    ['with the initial', 'Jenny C.'],
    ['by forename alone', 'Jenny'],
    ['by initial and surname', 'J Clarke'],
    ['with pronouns, a class and an emoji', '🦄 Jenny Clarke 5C (she/her)'],
    ['with the device', 'Jenny Clarke’s iPad Air'],
    ['as an e-mail address', 'jenny.clarke@school.example'],
    ['with the surname in brackets', "Jenny's iPad (Clarke)"],
    ['with the device in front of the account', 'iPad (Jenny Clarke)'],
  ])('%s', (_, name) => {
    expect(one(name)).toBe('expected Jennifer Clarke')
  })

  it.each([
    ['Chloe Dubois', 'Chloé Dubois'],
    ['Aisha Ka', 'Aisha Kaya'],
    ['Aisha Kh', 'Aisha Khan'],
    ['Oliver Carter', 'Oliver Bell-Carter'],
    ['oliver bell carter', 'Oliver Bell-Carter'],
    ['MOONBEAM 🌙', 'Aisha Kaya'],
    ['study-pc', 'Oliver Bell-Carter'],
    ['Tom Clarke', 'Thomas Clarke'],
  ])('%s', (name, who) => {
    expect(one(name)).toBe(`expected ${who}`)
  })
})

describe('a name is asked about when it may be somebody', () => {
  it.each([
    ['two of the forename', 'Aisha', 'Aisha Khan, Aisha Kaya'],
    ['two of the initial', 'Aisha K', 'Aisha Khan, Aisha Kaya'],
    ['close spelling', 'Jeny Clarke', 'Jennifer Clarke'],
    ['a neighbouring surname', 'Jenny Clark', 'Jennifer Clarke'],
    ['another surname', 'Jenny Smith', 'Jennifer Clarke'],
    ['a word more', 'Jenny Ann Clarke', 'Jennifer Clarke'],
    ['a parent', 'Sarah Clarke', 'Jennifer Clarke, Thomas Clarke'],
    ['a title', 'Mrs Dubois', 'Chloé Dubois'],
    ['a parent with the child’s name', 'Jenny Clarke’s mum', 'Jennifer Clarke'],
    ['somebody’s device', "Oliver's iPad", 'Oliver Bell-Carter'],
    ['two on one device', 'Jenny & Tom Clarke', 'Jennifer Clarke, Thomas Clarke'],
    ['a shared device', 'clarke family ipad', 'Jennifer Clarke, Thomas Clarke'],
    ['a device many have', 'iPad', 'Oliver Bell-Carter'],
    ['initials', 'O.B.', 'Oliver Bell-Carter'],
    ['a short form alone', 'Ollie', 'Oliver Bell-Carter'],
    ['a short form run together', 'tomclarke', 'Thomas Clarke'],
    ['a longer name of which the pupil’s may be short', 'Jennifer-Jane Clarke', 'Jennifer Clarke'],
    ['a name behind another', 'Spaghetti (Chloé Dubois)', 'Chloé Dubois'],
    ['another script', 'كلوي دوبوا ', ''],
  ])('%s: %s', (_, name, who) => {
    expect(one(name)).toBe(who === '' ? 'unexpected' : `ask ${who}`)
  })

  it('the full name behind a pupil’s own short one, which may be another’s', () => {
    const pupils = [pupil('Jude Lawson'), pupil('Alexander Reid', { preferredForename: 'Alex' })]
    expect(match(['Judith Lawson', 'Alexandra Reid'], pupils)).toEqual([
      'ask Jude Lawson',
      'ask Alexander Reid',
    ])
  })

  it('a year or class that is not the pupil’s', () => {
    const pupils = [pupil('Ava Turner', { classes: ['5C', 'Year 5'] })]
    expect(
      ['Ava 5C', 'Ava Y5', 'Ava Turner year 5', 'Ava 4B', 'Ava Turner 5D'].map((name) => one(name, pupils)),
    ).toEqual([
      'expected Ava Turner',
      'expected Ava Turner',
      'expected Ava Turner',
      'ask Ava Turner',
      'ask Ava Turner',
    ])
  })

  it('two pupils of one name', () => {
    const twice = [pupil('Sam Lee', { id: '1' }), pupil('Sam Lee', { id: '2' })]
    expect(one('Sam Lee', twice)).toBe('ask 1, 2')
  })

  it.each(['Grace & Thomas', 'Grace and Thomas', 'Grace/Thomas', 'Grace + Thomas'])(
    'two children whose forenames are the names of one: %s',
    (name) => {
      expect(one(name, [pupil('Grace Thomas'), pupil('Thomas Hall')])).toBe('ask Grace Thomas, Thomas Hall')
    },
  )

  it('names with a comma between them that are not surname first', () => {
    expect(one('Grace, Thomas', [pupil('Grace Thomas'), pupil('Thomas Hall')])).toMatch(/^ask Grace Thomas/)
    expect(one('Thomas, Grace', [pupil('Grace Thomas'), pupil('Thomas Hall')])).toBe('expected Grace Thomas')
    expect(one('Grace Thomas, 5C, (they/them)', [pupil('Grace Thomas')])).toBe('expected Grace Thomas')
  })

  it.each(['Moonbeam’s mum', 'Moonbeam’s iPad', 'Mrs Moonbeam'])(
    'a saved nickname with more to it: %s',
    (name) => {
      expect(one(name)).not.toMatch(/^expected/)
    },
  )

  it('a nickname that is another pupil’s own name', () => {
    expect(one('Tom', [pupil('Ravi Shah', { nicknames: ['Tom'] }), pupil('Tom Hall')])).toBe(
      'ask Ravi Shah, Tom Hall',
    )
  })

  it('forename and surname of two pupils who are each other’s, turned round and misspelt', () => {
    expect(one('Owen Tomos', [pupil('Tomos Owen'), pupil('Owen Thomas')])).toBe('ask Tomos Owen, Owen Thomas')
  })

  it('one long forename that is also two names run together', () => {
    expect(one('annabell', [pupil('Annabel Green'), pupil('Anna Bell')])).toBe('ask Anna Bell, Annabel Green')
  })
})

describe('of two pupils the one is taken of whom a name is exact and the other only close', () => {
  const pupils = [
    pupil('Alexander Wood'),
    pupil('Alexandra Hood'),
    pupil('Ben Jones'),
    pupil('Benjamin Jonas'),
  ]

  it('when the close one is exact at neither name', () => {
    expect(match(['Alex Wood', 'alex hood'], pupils)).toEqual([
      'expected Alexander Wood',
      'expected Alexandra Hood',
    ])
  })

  it('but not when each fits at one name', () => {
    expect(match(['Benjamin Jones', 'Alexa Wood'], pupils)).toEqual([
      'ask Benjamin Jonas, Ben Jones',
      expect.stringMatching(/^ask Alexander Wood/),
    ])
    expect(one('Ben Jones', [pupil('Benjamin Jones'), pupil('Ben Jonas')])).toMatch(/^ask /)
    expect(one('Alex Wood', [pupil('Alexander Wood'), pupil('Alex Hood')])).toMatch(/^ask /)
  })
})

describe('a name is unexpected when it is nobody’s', () => {
  it.each([
    ['a device', 'Galaxy A12', 'device'],
    ['a computer', 'DESKTOP-4F2K9QX', 'device'],
    ['a telephone number', '+44 7700 900123', 'device'],
    ['nothing but emoji', '🦄🦄', 'no-name'],
    ['a stranger', 'Leticia Quaresma', 'unknown'],
    ['a name longer than any', 'Jenny Clarke '.repeat(40), 'unknown'],
  ])('%s', (_, name, reason) => {
    expect(matchNames([name], CLASS)[0]).toMatchObject({ outcome: 'unexpected', candidateIds: [], reason })
  })

  it('and nobody is expected of an empty class', () => {
    expect(match(['Jenny', 'iPad', ''], [])).toEqual(['unexpected', 'unexpected', 'unexpected'])
  })
})

describe('a pupil who does not take part (parent.opt-out)', () => {
  it.each(['Harry Osborne', 'Harry', 'H Osborne', 'Hary Osborne', 'Mrs Osborne', 'Osborne'])(
    'is never expected as %s, and the teacher is told who it is',
    (name) => {
      expect(matchNames([name], CLASS)[0]).toMatchObject({
        outcome: 'unexpected',
        pupilId: null,
        candidateIds: ['Harry Osborne'],
        reason: 'does-not-take-part',
        why: expect.stringContaining('Harry Osborne, who does not take part'),
      })
    },
  )

  it('makes a name doubtful that would else be somebody’s', () => {
    const [first] = matchNames(['Harry'], [harry, pupil('Harry Jones')])
    expect(first).toMatchObject({
      outcome: 'ask',
      why: expect.stringContaining('Harry Osborne does not take part.'),
    })
  })

  it('keeps a saved nickname from letting them in', () => {
    expect(one('Rocket', [pupil('Isla Webb', { nicknames: ['Rocket'], takesPart: false })])).toBe(
      'unexpected Isla Webb',
    )
  })
})

describe('the list as a whole', () => {
  it('expects a pupil under the better name, wherever it stands, and asks about a forename beside it', () => {
    expect(match(['Chloe', 'Chloé Dubois'])).toEqual(['ask Chloé Dubois', 'expected Chloé Dubois'])
  })

  it.each([
    ['written as before', 'Jenny Clarke'],
    ['under the legal name', 'Jennifer Clarke'],
    ['surname first', 'CLARKE, jenny'],
    ['run together', 'jennyclarke'],
    ['with a dot, digits and an emoji', 'jenny.clarke5 🦄'],
    ['with the class', 'Jenny Clarke (5C)'],
  ])('expects a child again under a whole name: %s', (_, name) => {
    expect(matchNames(['Jenny Clarke', name], CLASS)).toMatchObject([
      { outcome: 'expected', pupilId: jenny.id, reason: 'full-name' },
      {
        outcome: 'expected',
        pupilId: jenny.id,
        reason: 'already-matched',
        why: expect.stringContaining('again'),
      },
    ])
  })

  it('expects a child again under a saved nickname, not on a device', () => {
    expect(match(['Aisha Kaya', 'Moonbeam', 'moonbeam'])).toEqual(Array(3).fill('expected Aisha Kaya'))
    expect(match(['study-pc', 'Oliver Bell-Carter', "Oliver's iPad"])).toEqual([
      'ask Oliver Bell-Carter',
      'expected Oliver Bell-Carter',
      'ask Oliver Bell-Carter',
    ])
  })

  it('expects a child again by name and initial or short form when nobody comes near', () => {
    const pupils = [pupil('Thomas Reid'), pupil('Mia Bell')]
    const names = ['Thomas Reid', 'Thomas R', 'T Reid', 'Tom Reid', 'Tom R']
    expect(match(names, pupils)).toEqual(Array(5).fill('expected Thomas Reid'))
    expect(match(['Thomas', 'Tom', 'TR'], pupils)).toEqual([
      'expected Thomas Reid',
      ...Array(2).fill('ask Thomas Reid'),
    ])
  })

  it('asks about an initial again when there is a brother, a sister or another of the forename', () => {
    const pupils = [pupil('Thomas Reid'), pupil('Mia Reid'), pupil('Thomas Bell')]
    expect(match(['Thomas Reid', 'Thomas R', 'T Reid', 'Tom Reid'], pupils)).toEqual([
      'expected Thomas Reid',
      'ask Thomas Reid',
      'ask Thomas Reid',
      'expected Thomas Reid',
    ])
  })

  it('asks about both when neither says more than a forename', () => {
    expect(match(['Chloe', 'chloé'])).toEqual(['ask Chloé Dubois', 'ask Chloé Dubois'])
  })

  it('asks about a forename when the surname stands beside it misspelt', () => {
    expect(match(['Chloe', 'Chloe Dubios'])).toEqual(['ask Chloé Dubois', 'ask Chloé Dubois'])
  })

  it('does not take one Aisha for known because the other is there', () => {
    expect(match(['Aisha Khan', 'Aisha'])).toEqual(['expected Aisha Khan', 'ask Aisha Khan, Aisha Kaya'])
  })

  it('stops after each name, so that other work is not held up', () => {
    const steps = matchInSteps(['Chloe', 'Chloé Dubois'], CLASS)
    expect([steps.next().done, steps.next().done]).toEqual([false, false])
    expect(steps.next()).toEqual({ done: true, value: matchNames(['Chloe', 'Chloé Dubois'], CLASS) })
  })

  it('gives one answer a name, in order, with the text untouched', () => {
    const names = ['Mia', '', 'jenny  clarke', 'Mia']
    expect(matchNames(names, CLASS).map(({ text }) => text)).toEqual(names)
  })
})

describe('what the teacher reads', () => {
  it.each([
    ['Jenny', 'Jenny Clarke is the only one in the class with this forename.'],
    ['Aisha', 'The name fits Aisha Khan or Aisha Kaya equally well: who is it?'],
    ['Sarah Clarke', 'Only the surname fits Jenny Clarke or Thomas Clarke; it may be a parent’s name.'],
    ['iPhone', 'A device’s name, not a child’s: ask who it is before letting anybody in.'],
    ['Leticia Quaresma', 'Nobody in the class has a name like this.'],
  ])('%s: %s', (name, why) => {
    expect(matchNames([name], CLASS)[0]?.why).toBe(why)
  })
})
