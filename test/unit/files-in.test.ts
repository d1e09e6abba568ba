import { describe, expect, it } from 'vitest'
import { createOpenedFile } from '../../electron/opened-file.ts'
import type { LessonState } from '../../shared/domain/lesson.ts'
import { lessonsOfReport } from '../../shared/domain/lessons-of-report.ts'
import { isPastedTable } from '../../shared/domain/pasted-table.ts'

const at = (clock: string) => Date.parse(`2021-01-18T${clock}:00Z`)
const lesson = (from: string, to: string, state: LessonState = 'ended') => ({
  startsAt: at(from),
  endsAt: at(to),
  state,
})
const span = (from: string, to: string) => ({ from: at(from), to: at(to) })

describe('the lessons a report can be of', () => {
  const maths = lesson('09:30', '10:10')
  const english = lesson('10:15', '10:55')
  const reading = lesson('14:00', '14:30')

  it('are those that went on meanwhile, not their neighbours', () => {
    const day = [maths, english, reading]
    expect(lessonsOfReport(day, [span('09:25', '10:12')])).toEqual([maths])
    expect(lessonsOfReport(day, [span('09:25', '10:19')])).toEqual([maths])
    expect(lessonsOfReport(day, [span('09:25', '10:50')])).toEqual([maths, english])
    expect(lessonsOfReport(day, [span('09:25', '10:10'), span('14:01', '14:28')])).toEqual([maths, reading])
  })

  it('are else those close by, and none where nothing is close', () => {
    expect(lessonsOfReport([maths, reading], [span('10:20', '10:24')])).toEqual([maths])
    expect(lessonsOfReport([maths, reading], [span('11:30', '12:10')])).toEqual([])
  })

  it('have begun', () => {
    expect(lessonsOfReport([lesson('09:30', '10:10', 'planned')], [span('09:25', '10:12')])).toEqual([])
  })
})

describe('a pasted table', () => {
  it.each([
    'Forename\tSurname\nAda\tLovelace',
    'Forename,Surname,Class\r\nAda,Lovelace,5C\r\n',
    'Vorname;Nachname;Klasse\nAda;Lovelace;5C',
    'Class list 5C\nForename\tSurname\nAda\tLovelace\n',
    'BEGIN:VCALENDAR\nEND:VCALENDAR',
  ])('is told: %j', (text) => expect(isPastedTable(text)).toBe(true))

  it.each([
    '',
    'Ada Lovelace',
    'Ada\tLovelace',
    'Ada Lovelace\nAlan Turing',
    'Dear all, hello\nas agreed, here it is',
    'Lovelace, Ada\nTuring, Alan',
  ])('is not %j', (text) => expect(isPastedTable(text)).toBe(false))
})

describe('the file the app is opened with', () => {
  it('is a lesson file named in its arguments, given once', () => {
    const opened = createOpenedFile(['/opt/app', '--flag=x.lesson', 'shared/Maths.LESSON'], '/home/reid')
    expect(opened.take()).toEqual({ name: 'Maths.LESSON', path: '/home/reid/shared/Maths.LESSON' })
    expect(opened.take()).toBeNull()
  })

  it('may come with a further start', () => {
    const opened = createOpenedFile(['/opt/app', '/work/app'], '/home/reid')
    expect(opened.take()).toBeNull()
    expect(opened.isNamedIn(['/opt/app', '/etc/passwd'], '/')).toBe(false)
    expect(opened.isNamedIn(['/opt/app', 'b.lesson'], '/school')).toBe(true)
    expect(opened.isNamedIn(['/opt/app'], '/school')).toBe(false)
    expect(opened.take()).toEqual({ name: 'b.lesson', path: '/school/b.lesson' })
  })
})
