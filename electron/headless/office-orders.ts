import { join, resolve } from 'node:path'
import { setAsideWords } from '../../shared/domain/office-set-aside.ts'
import { versionWarnings } from '../../shared/domain/version-warnings.ts'
import { counted } from '../../shared/domain/words.ts'
import { type Context, whoIsHere } from '../ipc/context.ts'
import { Refusal } from '../ipc/dispatch.ts'
import { takeInFile } from '../ipc/office-desk.ts'
import { makeSchoolReport } from '../ipc/office-report.ts'
import { listOfficeIdentities } from '../store/keys-repository.ts'
import { listOfficeDates } from '../store/office-days.ts'
import { EXIT, type Order, type Say } from './read-words.ts'

/**
 * Takes in every day that lies in a folder, as the office's watch does. Files are left where they are: what is not taken
 * in is said, with what to do.
 */
export async function mergeFolder(
  context: Context,
  { folder }: Extract<Order, { do: 'merge' }>,
  from: string,
  say: Say,
): Promise<number> {
  const { store } = whoIsHere(context)
  if (listOfficeIdentities(store).length === 0) {
    throw new Refusal('no-key', 'The office’s key is not on this computer. Nothing was taken in.')
  }
  const { listBundles } = await import('../exchange/office/incoming-folder.ts')
  const path = resolve(from, folder)
  const names = await listBundles(path).catch(() => {
    throw new Refusal('folder-missing', `This folder cannot be read: ${path}. Nothing was taken in.`)
  })
  const counts = { new: 0, known: 0, left: 0 }
  for (const name of names) {
    const desk = { store, isExample: context.session.isExample, now: context.now() }
    const outcome = await takeInFile(desk, join(path, name))
    if (outcome.is === 'taken-in') counts.new += 1
    else if (outcome.is === 'known') counts.known += 1
    else if (outcome.is === 'later') {
      counts.left += 1
      say.problem(
        `${shown(name)}: the records took nothing just now. Make room on the disk, then merge again.`,
      )
    } else if (outcome.is !== 'gone') {
      counts.left += 1
      const { happened, toDo } = setAsideWords[outcome.is === 'aside' ? outcome.reason : outcome.is]
      say.problem(`${shown(name)}: ${happened} ${toDo}`)
    }
  }
  say.out(`${counts.new} taken in, ${counts.known} here already, ${counts.left} not taken in`)
  return counts.left > 0 ? EXIT.refused : EXIT.done
}

/** A name of a file without what would move the cursor, turn the text or hide some of it. */
const shown = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')

/** Writes the school's report of each day of a span that is in; one without a single day is refused. */
export async function writeReports(
  context: Context,
  { from, to, split, out }: Extract<Order, { do: 'report' }>,
  folder: string,
  say: Say,
): Promise<number> {
  const { store } = whoIsHere(context)
  const dates = listOfficeDates(store).filter((date) => date >= from && date <= to)
  if (dates.length === 0) {
    throw new Refusal('nothing-in', 'No teacher’s day of that date is in yet: there is nothing to report.')
  }
  for (const date of dates.toSorted()) {
    const where = out === null ? {} : { folder: resolve(folder, out) }
    const { lessons, version, ...written } = await makeSchoolReport(context, { date, split, ...where })
    const how = written.unchanged ? ', there already' : ''
    say.out(`${date}: ${counted(lessons, 'lesson')}, version ${version}${how}: ${written.folder}`)
    if (written.isGone) say.out(`${date}: that folder is not there any more; nothing was written again.`)
    for (const { words } of versionWarnings(written)) say.problem(`${date}: ${words}`)
  }
  return EXIT.done
}
