import { describe, expect, it } from 'vitest'
import { findPupils, foldName, labelPupils } from '../../shared/domain/people.ts'

const named = (...names: string[]) =>
  labelPupils(
    names.map((name, at) => {
      const [forename = '', ...rest] = name.split(' ')
      return { id: String(at), forename, surname: rest.join(' ') }
    }),
  )
const labels = (...names: string[]) => named(...names).map(({ label }) => label)

describe('labels of a class', () => {
  it('are forenames, in order', () => {
    expect(labels('Zoe Ash', 'Aisha Khan', 'Ben Low')).toEqual(['Aisha', 'Ben', 'Zoe'])
  })

  it('take as much of the surname as tells two apart', () => {
    expect(labels('Aisha Khan', 'Aisha Malik', 'Ben Low')).toEqual(['Aisha K', 'Aisha M', 'Ben'])
    expect(labels('Aisha Khan', 'Aisha Kapoor')).toEqual(['Aisha Ka', 'Aisha Kh'])
  })

  it('take accents and case for the same name, so that nobody is mixed up', () => {
    expect(labels('Zoë Ash', 'Zoe Brook')).toEqual(['Zoë A', 'Zoe B'])
  })

  it('stay apart by surname in full, and survive two pupils of one name', () => {
    expect(labels('Sam Lee', 'Sam Lees')).toEqual(['Sam Lee', 'Sam Lees'])
    expect(labels('Sam Lee', 'Sam Lee')).toEqual(['Sam Lee', 'Sam Lee'])
  })
})

describe('finding a pupil by letters', () => {
  const pupils = named('Freya Lindgren', 'Francis Adeyemi', 'Łucja Bołdyga', "Orla O'Neill")
  const found = (typed: string) => findPupils(typed, pupils).map(({ forename }) => forename)

  it.each([
    ['fr', ['Francis', 'Freya']],
    ['fre', ['Freya']],
    ['luc', ['Łucja']],
    ['boldyga', ['Łucja']],
    ['oneill', ['Orla']],
    ['freya l', ['Freya']],
    ['', []],
    ['x', []],
  ])('%s', (typed, expected) => expect(found(typed)).toEqual(expected))

  it('looks at surnames only where no forename fits', () => {
    expect(found('a')).toEqual(['Francis'])
  })
})

it('folds names without losing letters of other alphabets', () => {
  expect(foldName('Łukasz Ø’Brien-ß')).toBe('lukaszobrienss')
  expect(foldName('Наталія')).toBe('наталія')
})
