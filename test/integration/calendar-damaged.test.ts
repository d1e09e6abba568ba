import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCalendarIcs } from '../../electron/exchange/import/calendar-ics.ts'
import { timetableEntry, whyImpossible } from '../../shared/domain/timetable.ts'
import { createRandom, damage } from '../support/damage.ts'
import { calendar2021, class5C } from '../support/timetable-fixture.ts'

it('a damaged calendar is understood within the rules or refused with advice, and never throws', async () => {
  const folder = join(import.meta.dirname, '../fixtures/calendars')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ics'))
    .map((name) => readFileSync(join(folder, name)))
  const around = {
    classes: [{ id: class5C, name: '5C' }],
    staff: [],
    calendar: calendar2021,
    from: '2021-01-01',
  }
  const random = createRandom(20210328)
  const seen = { understood: 0, refused: 0 }
  for (let round = 0; round < 1500; round += 1) {
    const reading = await readCalendarIcs(damage(files[round % files.length] as Buffer, random), around)
    if (reading.understood) {
      seen.understood += 1
      for (const { entry } of reading.lessons) {
        const whole = { ...entry, classId: class5C }
        const isKept = timetableEntry.safeParse(whole).success && whyImpossible(whole) === null
        if (!isKept) throw new Error(`round ${round}: ${JSON.stringify(entry)}`)
      }
    } else {
      seen.refused += 1
      expect(reading.refusal.message, `round ${round}`).toContain('Nothing was changed')
      expect(reading.refusal.advice.length, `round ${round}`).toBeGreaterThan(20)
    }
  }
  expect(seen.understood).toBeGreaterThan(200)
  expect(seen.refused).toBeGreaterThan(100)
}, 60_000)
