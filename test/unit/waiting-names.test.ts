import { describe, expect, it } from 'vitest'
import { MOST_NAMES, readWaitingNames } from '../../shared/domain/names/waiting-names.ts'

function read(...lines: string[]) {
  const reading = readWaitingNames(lines.join('\n'))
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading
}
const names = (...lines: string[]) => read(...lines).names
const leftOut = (...lines: string[]) => read(...lines).leftOut.map(({ text, reason }) => `${reason}: ${text}`)

function refused(pasted: string) {
  const reading = readWaitingNames(pasted)
  if (reading.ok) throw new Error(`read as ${reading.names.length} names`)
  return reading.problem
}

describe('names are read out of', () => {
  it('a waiting room of Zoom', () => {
    expect(
      names(
        'Waiting Room (3)',
        'Message',
        'Admit all',
        'JC',
        'Jenny Clarke (Guest)',
        'Admit',
        'Remove',
        'AP',
        'Aarav Patel',
        'Admit',
        'Remove',
        'E',
        "Eric's iPad (Clapton)",
        'Participants (2)',
        'MR',
        'Ms Reid (Host, me)',
        'Mute',
        'More',
      ),
    ).toEqual(['Jenny Clarke', 'Aarav Patel', "Eric's iPad (Clapton)"])
  })

  it('a lobby of Teams', () => {
    expect(
      names(
        'Waiting in lobby (2)',
        'Admit all',
        'JC',
        'Jenny Clarke (Guest)',
        'Unverified',
        'AP',
        'Aarav Patel (External)',
        'In this meeting (1)',
        'JR',
        'Judith Reid',
        'Organiser',
      ),
    ).toEqual(['Jenny Clarke', 'Aarav Patel', 'Judith Reid'])
  })

  it('a people panel of Meet, with the names of its icons', () => {
    expect(
      names(
        'Waiting to be let in',
        'Admit all',
        'Jenny Clarke',
        'Deny',
        'more_vert',
        'mic_off',
        'Contributors',
        '1',
        'Ms Reid (You)',
        'Meeting host',
        'domain_disabled',
        'Aarav Patel',
      ),
    ).toEqual(['Jenny Clarke', '1', 'Aarav Patel'])
  })

  it.each([
    ['numbers', ['1. Jenny Clarke', '2) Aarav Patel', '(3) Mia Berg', '4 - Tom Hall']],
    ['bullets', ['- Jenny Clarke', '• Aarav Patel', '* Mia Berg', '– Tom Hall']],
    ['tabs', ['1\tJenny Clarke\tAdmit', 'Aarav Patel\tRemove', 'Mia\tBerg', '\tTom Hall\t']],
    ['line ends of Windows', ['Jenny Clarke\r\nAarav Patel\r', 'Mia Berg\r\nTom Hall']],
    ['semicolons', ['Jenny Clarke; Aarav Patel;Mia Berg', 'Tom Hall;']],
    [
      'what is not seen',
      ['\u202aJenny\u00a0Clarke\u202c', '\ufeffAarav Pa\u00adtel', 'Mi\u200ba  Berg', '\u2067Tom Hall\u2069'],
    ],
    [
      'participants’ numbers',
      [
        'Jenny Clarke Participant ID: 12',
        'Aarav Patel (Participant ID: 345)',
        'Mia Berg (co-host)',
        'Tom Hall [Muted]',
      ],
    ],
  ])('lines with %s', (_, lines) => {
    expect(names(...lines)).toEqual(['Jenny Clarke', 'Aarav Patel', 'Mia Berg', 'Tom Hall'])
  })

  it('other scripts, emoji and names of devices, as they are shown', () => {
    const shown = [
      'ليلى حداد',
      '🦄🦄',
      'Siân (she/her)',
      'iPad (2)',
      "O'Connor, Danny",
      'Galaxy A12',
      '王小明',
    ]
    expect(names(...shown)).toEqual(shown)
  })
})

describe('a name stays when it only looks like something else', () => {
  it('initials that belong to nobody below them', () => {
    expect(names('JC', 'Aarav Patel')).toEqual(['JC', 'Aarav Patel'])
  })

  it('initials above one of many names: somebody goes by them', () => {
    expect(names('Aarav Patel', 'Mia Berg', 'JC', 'Jenny Clarke', 'Tom Hall')).toContain('JC')
  })

  it('a guest who calls himself Guest', () => {
    expect(names('Jenny Clarke', 'Guest')).toEqual(['Jenny Clarke', 'Guest'])
  })

  it('brackets with another name', () => {
    expect(names('Unicorn (Jenny Clarke) (Guest)')).toEqual(['Unicorn (Jenny Clarke)'])
  })
})

describe('what is left out is said', () => {
  it('the own entry, avatars, buttons and lines far too long', () => {
    expect(leftOut('JR', 'Judith Reid (me)', 'JC', 'Jenny Clarke', 'Admit', 'x'.repeat(200))).toEqual([
      'initials: JR',
      'own-entry: Judith Reid (me)',
      'initials: JC',
      'panel-text: Admit',
      `too-long: ${'x'.repeat(120)}`,
    ])
  })

  it('a list copied twice; but one name that stands twice is two entries', () => {
    const twice = read('Jenny Clarke', 'Mia Berg', 'Jenny Clarke', 'Mia Berg')
    expect(twice.names).toEqual(['Jenny Clarke', 'Mia Berg'])
    expect(twice.leftOut.map(({ reason }) => reason)).toEqual(['repeat', 'repeat'])
    expect(names('Jenny Clarke', 'Jenny Clarke', 'Mia Berg')).toEqual([
      'Jenny Clarke',
      'Jenny Clarke',
      'Mia Berg',
    ])
    expect(names('iPad', 'iPad')).toEqual(['iPad', 'iPad'])
  })

  it('an own entry alone leaves nobody waiting', () => {
    expect(read('Judith Reid (Host, me)').names).toEqual([])
  })
})

describe('what is no list of names is refused, with what to do', () => {
  const prose =
    'Dear all, please find below the letter about the trip on Friday and remember to bring a coat because it may rain a lot.'

  it.each([
    ['nothing', '', 'empty'],
    ['only spaces and invisible marks', ' \n\t\u200b\u202e\n\ufeff', 'empty'],
    ['only buttons', 'Waiting Room (3)\nAdmit\nRemove\n---', 'not-names'],
    ['a letter in one line', prose.repeat(20), 'not-names'],
    ['a letter in many lines', `${prose}\n`.repeat(50), 'not-names'],
    ['10,000 lines', 'Jenny Clarke\n'.repeat(10_000), 'too-long'],
    [
      'more names than any meeting has',
      Array.from({ length: MOST_NAMES + 1 }, (_, at) => `Name ${at}`).join('\n'),
      'too-long',
    ],
    ['20 MB', 'a'.repeat(20 * 1024 * 1024), 'too-long'],
    ['a picture', '\u0089PNG\n\u001a\n\u0000\u0000IHDR', 'not-text'],
    ['text in a wrong encoding', 'J\u0000e\u0000n\u0000n\u0000y\u0000', 'not-text'],
    ['letters lost in copying', '\ufffd\ufffd\ufffd Clarke', 'not-text'],
  ])('%s', (_, pasted, code) => {
    const problem = refused(pasted)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(/Nothing was changed\. Copy the names/)
  })

  it('and the most names there may be are read', () => {
    const most = Array.from({ length: MOST_NAMES }, (_, at) => `Name ${at}`)
    expect(names(...most)).toHaveLength(MOST_NAMES)
  })
})
