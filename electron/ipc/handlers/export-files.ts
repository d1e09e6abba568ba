import { randomBytes } from 'node:crypto'
import type { FileWay } from '../../../shared/ipc/commands/export-files.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { makeZipPassword, PASSWORD_BYTES } from '../../../shared/domain/zip-password.ts'
import type { Putting } from '../../exchange/export/put-made-files.ts'
import { lastRecordedAt } from '../../store/event-log.ts'
import { findMailed, rememberMailed } from '../../store/mailed-days.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { earnedIn } from '../earned-certificates.ts'
import { inWords } from '../in-words.ts'
import { folderTitles } from '../kept-folders.ts'
import { signedOffDay, type SignedOffDay } from '../signed-off-day.ts'

type Commands = 'export.mail' | 'export.split' | 'export.stop-files' | 'export.reveal-files'

/** Who follows what is being made, and may stop it. */
type Following = Required<Pick<Putting, 'told' | 'signal'>>

/** What is made of a signed day for others than the office's folder. */
export function exportFileHandlers(context: Context): Pick<Handlers, Commands> {
  /** What is being made, by day and way. */
  const running = new Map<string, AbortController>()
  const folders = new Map<string, string>()
  const keyOf = ({ date, way }: { date: string; way: FileWay }) => `${date} ${way}`
  const follow = async <T extends { outcome: string; folder?: string }>(
    one: { date: string; way: FileWay },
    make: (following: Following) => Promise<T>,
  ): Promise<T> => {
    const key = keyOf(one)
    const stop = new AbortController()
    running.set(key, stop)
    const told: Following['told'] = (step) => context.windows.tell('export.progress', { ...one, ...step })
    try {
      const made = await context.unfinished(inWords(() => make({ told, signal: stop.signal })))
      if (made.folder !== undefined) folders.set(key, made.folder)
      return made
    } finally {
      running.delete(key)
    }
  }
  return {
    'export.mail': ({ date }) =>
      follow({ date, way: 'mail' }, (following) => exportMail(context, date, following)),
    'export.split': (wish) =>
      follow({ date: wish.date, way: wish.split }, (following) => exportSplit(context, wish, following)),
    'export.stop-files': (one) => {
      running.get(keyOf(one))?.abort()
      return {}
    },
    'export.reveal-files': (one) => {
      const folder = folders.get(keyOf(one))
      if (folder === undefined)
        throw new Refusal('not-exported', 'That has not been made since the app began.')
      context.reveal(folder)
      return {}
    },
  }
}

async function exportMail(
  context: Context,
  date: string,
  following: Following,
): Promise<Output<'export.mail'>> {
  const { store, school } = whoIsHere(context)
  const { signed, day } = signedOffDay(context, date)
  const { exportSettings: settings, officeEmail: to, teacherEmail: from } = school
  if (to === '') {
    throw new Refusal(
      'no-office-email',
      'Write the office’s e-mail address in Settings first. Nothing is lost.',
    )
  }
  if (!from.includes('@')) {
    throw new Refusal('no-own-email', 'Write your own e-mail address in Settings first. Nothing is lost.')
  }
  // As far as the day was read: what is recorded while the files are made is not in them.
  const lessons = signed.map(({ id }) => ({ id, through: lastRecordedAt(store, id) ?? 0 }))
  const parent = await context.chooseFolder('Choose a folder for the e-mail to the office')
  if (parent === null) return { outcome: 'cancelled' }
  const password = makeZipPassword(randomBytes(PASSWORD_BYTES))
  const now = context.now()
  const { writeMail } = await import('../../exchange/export/write-mail.ts')
  const { folder, files, version, contentHash } = await writeMail({
    ...following,
    parent,
    named: { of: 'mail', isKept: false },
    folder: context.officeFolder(),
    day,
    settings,
    from,
    to,
    password,
    boundary: `part-${randomBytes(16).toString('hex')}`,
    printPdf: context.printPdf,
    appVersion: context.appVersion,
    before: findMailed(store, date),
    now,
  })
  rememberMailed(store, { date, version, madeAt: now, contentHash }, lessons)
  context.windows.tell('export.changed', {})
  return { outcome: 'written', folder, files, password, to }
}

async function exportSplit(
  context: Context,
  { date, split }: ParsedInput<'export.split'>,
  following: Following,
): Promise<Output<'export.split'>> {
  const { school } = whoIsHere(context)
  const read = signedOffDay(context, date)
  const kept = school.splitFolders[split]
  const parent = kept ?? (await context.chooseFolder(folderTitles[split]))
  if (parent === null) return { outcome: 'cancelled' }
  const named = { of: split, isKept: kept !== null }
  if (split === 'home') return exportHome(context, read, { ...following, parent, named })
  const { writeDay } = await import('../../exchange/export/write-day.ts')
  const { folder, files, earlierIsDated, openFiles } = await writeDay({
    ...following,
    officeFolder: parent,
    named,
    folder: context.officeFolder(),
    day: read.day,
    split,
    settings: school.exportSettings,
    printPdf: context.printPdf,
    exportedAt: context.now(),
    appVersion: context.appVersion,
  })
  return { outcome: 'written', folder, files, earlierIsDated, openFiles: [...openFiles] }
}

async function exportHome(
  context: Context,
  { signed, day }: SignedOffDay,
  putting: Following & Pick<Putting, 'parent' | 'named'>,
): Promise<Output<'export.split'>> {
  const { store, school } = whoIsHere(context)
  const { name: schoolName, colour, teacherName } = school
  const { isExample } = context.session
  const certificates = signed.flatMap((card) => {
    const { term, certificates: earned } = earnedIn(store, school, card)
    return earned.map(({ name: pupilName, levelName, points }) => ({
      pupilName,
      levelName,
      points,
      schoolName,
      colour,
      teacherName,
      isExample,
      className: card.className,
      term: term.name,
      at: card.startsAt,
    }))
  })
  const { writeHome } = await import('../../exchange/export/write-home.ts')
  const { printPdf } = context
  const folder = context.officeFolder()
  const written = await writeHome({
    ...putting,
    folder,
    day,
    colour,
    certificates,
    printPdf,
  })
  return written === null ? { outcome: 'nothing' } : { outcome: 'written', ...written }
}
