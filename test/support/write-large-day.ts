import { writeDay } from '../../electron/exchange/export/write-day.ts'
import { buildDay } from './day-fixture.ts'

/** A program of its own that exports a day with a file too large to write in a moment, to be killed on the way. */
const [officeFolder = ''] = process.argv.slice(2)
await writeDay({
  officeFolder,
  day: buildDay({ pupils: 4, lessons: 1 }),
  printPdf: () => Promise.resolve(new Uint8Array(200_000_000)),
  exportedAt: Date.now(),
  appVersion: '0.1.0',
})
