import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openWorkingSchool } from '../support/working-school.ts'
import { correct, DATE, type Places, takeInAll } from './two-offices.ts'

/**
 * A teacher's and an office's computer that record, export and merge without end, until the process is killed. What is
 * promised to be kept is told on the output, one line of JSON each, the moment it is promised.
 */
export type Promised =
  | { is: 'ready' }
  | { is: 'recorded'; eventIds: string[] }
  | { is: 'exported'; version: number }
  | { is: 'merged' }

const tell = (promised: Promised) => writeSync(1, `${JSON.stringify(promised)}\n`)

const [given = '', from = '0'] = process.argv.slice(2)
// Written by our own parent just now.
const places = JSON.parse(given) as Places
const teacher = openWorkingSchool(places.teacher)
const office = openWorkingSchool(places.office)
// Whoever is killed keeps nothing by itself: so that the next one starts in a fifth of the time.
flushCompileCache()
tell({ is: 'ready' })
for (let round = Number(from); ; round += 1) {
  await correct(teacher, places.lessonId, round, (eventIds) => tell({ is: 'recorded', eventIds }))
  const { version } = await teacher.ask('export.day', { date: DATE })
  tell({ is: 'exported', version })
  await takeInAll(office, places.share)
  tell({ is: 'merged' })
}
