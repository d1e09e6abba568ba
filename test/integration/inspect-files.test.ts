import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** The command as `npm run inspect` runs it. */
function inspect(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['electron/exchange/inspect.ts', ...args], {
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

const reports = 'test/fixtures/reports'
const ambiguous = `${reports}/zoom_ambiguous-date.csv`

describe('inspect FILE...', () => {
  it('prints one entry for each file, also for those that are refused or missing', () => {
    const files = [
      `${reports}/zoom_2021_unique-users.csv`,
      `${reports}/zoom_poll.csv`,
      'test/fixtures/class-lists/one-column_surname-comma-forename.csv',
      'no-such-file.csv',
      'test/fixtures/calendars/google-weekly.ics',
      'test',
    ]
    const { stdout, status } = inspect(...files, '--json')
    const entries: unknown = JSON.parse(stdout)
    expect(entries).toMatchObject([
      { file: files[0], status: 'understood', kind: 'zoom-unique-users', warnings: [] },
      { file: files[1], status: 'refused', kind: 'zoom-poll', warnings: [], refusal: { code: 'zoom-poll' } },
      { file: files[2], kind: 'class-list', droppedColumns: [] },
      { file: files[3], status: 'refused', kind: 'unknown', warnings: [], refusal: { code: 'unreadable' } },
      { file: files[4], status: 'understood', kind: 'calendar' },
      { file: files[5], status: 'refused', kind: 'unknown', refusal: { code: 'not-a-file' } },
    ])
    expect(status).toBe(1)
  })

  it('prints people and pupils as docs/formats.md says, and nothing else', () => {
    const { stdout, stderr, status } = inspect(
      `${reports}/zoom_missing-leave.csv`,
      'test/fixtures/class-lists/roster_nhs-class-import_valid_mixed-dates.csv',
      '--json',
    )
    const [report, list] = JSON.parse(stdout)
    expect(report).toEqual({
      file: `${reports}/zoom_missing-leave.csv`,
      status: 'warnings',
      kind: 'zoom-participants',
      meetings: [
        {
          topic: '5C Maths',
          start: '2021-01-18T09:25:00',
          end: '2021-01-18T10:05:00',
          people: [
            { name: 'Freya Ward', minutes: 35, intervals: [{ from: '2021-01-18T09:30:00' }] },
            {
              name: 'Noah Patel',
              minutes: 30,
              intervals: [{ from: '2021-01-18T09:31:00', to: '2021-01-18T10:01:00' }],
            },
          ],
        },
      ],
      warnings: [{ line: 5, code: 'missing-leave', message: expect.any(String) }],
    })
    expect(list.pupils).toEqual([
      {
        forename: 'Jennifer',
        preferred: 'Jenny',
        surname: 'Clarke',
        dateOfBirth: '2010-01-01',
        yearGroup: 'Year 9',
        group: 'ABC',
      },
      { forename: 'Jimmy', preferred: 'Jim', surname: 'Smith', dateOfBirth: '2010-01-02', group: 'ABC' },
      { forename: 'Mark', surname: 'Doe', dateOfBirth: '2010-01-03', group: 'DEF' },
      { forename: 'Gae', surname: 'Thorne-Smith', dateOfBirth: '2010-04-09', group: 'GHI' },
    ])
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('takes the lesson’s date, and refuses one that is none', () => {
    const settled = inspect(ambiguous, '--json', '--lesson-date', '2020-12-11')
    expect(JSON.parse(settled.stdout)).toMatchObject([
      { status: 'understood', meetings: [{ people: [{ intervals: [{ from: '2020-12-11T09:29:00' }] }] }] },
    ])
    expect(inspect(ambiguous, '--lesson-date', '11/12/2020', '--json').status).toBe(2)
  })

  it('says the same for a person without --json', () => {
    const { stdout, status } = inspect(ambiguous)
    expect(stdout).toContain('warnings (zoom-participants) meeting: 1 people')
    expect(stdout).toContain('day or the month first')
    expect(status).toBe(0)
  })
})
