import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { openWorkingSchool } from '../support/working-school.ts'
import { startFolderInNode } from './folder-in-node.ts'
import { limitedFolder } from '../../electron/office-folder/limited-folder.ts'
import { listOfficeEvents } from '../../electron/store/office-events.ts'
import { correct, type Places, takeInAll } from './two-offices.ts'
import { makeFiles, type Made, type Way, ways } from './ways.ts'

/** What the process does that is killed: `way` is one thing that leads to files. */
export type Doing = 'record' | 'merge' | Way

/** When the office folder's process dies: at so many signs of life after this began, and then so many ms. */
export type FolderDeath = { doing: Way; signs: number; ms: number }

/**
 * A teacher's and an office's computer that record, export and merge without end, until the process is killed. What is
 * promised to be kept is told on the output, one line of JSON each, the moment it is promised.
 */
export type Promised =
  | { is: 'ready' }
  | { is: 'begins'; doing: Doing }
  | { is: 'recorded'; eventIds: string[] }
  | { is: 'merged' }
  | ({ is: 'made' } & Made)
  /** The process that deals with the office's folder, and no other, was killed in the middle of that. */
  | { is: 'folder-killed'; doing: Doing }

const tell = (promised: Promised) => writeSync(1, `${JSON.stringify(promised)}\n`)

const [given = '', from = '0', dies = 'null'] = process.argv.slice(2)
// Written by our own parent just now.
const places = JSON.parse(given) as Places
let death = JSON.parse(dies) as FolderDeath | null
let doing: Doing = 'record'
let isFolderKilled = false

const begin = (next: Doing) => {
  doing = next
  isFolderKilled = false
  tell({ is: 'begins', doing })
}

const folder = () =>
  limitedFolder(() =>
    startFolderInNode((worker) => {
      if (death === null || doing !== death.doing) return
      death = { ...death, signs: death.signs - 1 }
      if (death.signs > 0) return
      const due = death
      death = null
      setTimeout(() => {
        const isOver = worker.exitCode !== null || worker.signalCode !== null || worker.killed
        isFolderKilled = !isOver && worker.kill('SIGKILL')
        if (isFolderKilled) tell({ is: 'folder-killed', doing })
        // It had just been ended: the next of its kind, then.
        else death = { ...due, signs: 1 }
      }, due.ms)
    }),
  )

const teacher = openWorkingSchool(places.teacher)
const office = openWorkingSchool(places.office)
for (const one of [teacher, office]) one.context.officeFolder = folder
teacher.chosen.folder = places.mail
// Whoever is killed keeps nothing by itself: so that the next one starts in a fifth of the time.
flushCompileCache()
tell({ is: 'ready' })
for (let round = Number(from); ; round += 1) {
  begin('record')
  await correct(teacher, places.lessonId, round, (eventIds) => tell({ is: 'recorded', eventIds }))
  for (const way of ways) {
    if (way === 'report') {
      begin('merge')
      await takeInAll(office, places.share)
      tell({ is: 'merged' })
      // Where the folder's process died at the first export nothing has come in, and there is nothing to report.
      if (listOfficeEvents(office.context.session.store(), places.lessonId).length === 0) continue
    }
    begin(way)
    try {
      tell({ is: 'made', ...(await makeFiles(way, { teacher, office })) })
    } catch (error) {
      // Said in words, and nothing more: the app goes on, and so do we.
      if (!isFolderKilled || !String(error).includes(': failed ')) throw error
    }
  }
}
