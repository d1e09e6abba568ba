import { randomBytes } from 'node:crypto'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import { makeZipPassword, PASSWORD_BYTES } from '../../../shared/domain/zip-password.ts'
import type { Context } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { earnedIn } from '../earned-certificates.ts'
import { signedOffDay, type SignedOffDay } from '../signed-off-day.ts'

type Commands = 'export.mail' | 'export.split'

/** What is made of a signed day for others than the office's folder. */
export function exportFileHandlers(context: Context): Pick<Handlers, Commands> {
  return {
    'export.mail': ({ date }) => context.unfinished(exportMail(context, date)),
    'export.split': (wish) => context.unfinished(exportSplit(context, wish)),
  }
}

async function exportMail(context: Context, date: string): Promise<Output<'export.mail'>> {
  const { school, day } = signedOffDay(context, date)
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
  const parent = await context.chooseFolder('Choose a folder for the e-mail to the office')
  if (parent === null) return { outcome: 'cancelled' }
  const password = makeZipPassword(randomBytes(PASSWORD_BYTES))
  const { writeMail } = await import('../../exchange/export/write-mail.ts')
  const written = await writeMail({
    parent,
    day,
    settings,
    from,
    to,
    password,
    boundary: `part-${randomBytes(16).toString('hex')}`,
    printPdf: context.printPdf,
    now: context.now(),
  }).catch(inWords)
  return { outcome: 'written', ...written, password, to }
}

async function exportSplit(
  context: Context,
  { date, split }: ParsedInput<'export.split'>,
): Promise<Output<'export.split'>> {
  const signed = signedOffDay(context, date)
  const { school, day } = signed
  const parent = school.splitFolders[split] ?? (await context.chooseFolder(titles[split]))
  if (parent === null) return { outcome: 'cancelled' }
  if (split === 'home') return exportHome(context, signed, parent)
  const { writeDay } = await import('../../exchange/export/write-day.ts')
  const { folder, files } = await writeDay({
    officeFolder: parent,
    day,
    split,
    settings: school.exportSettings,
    printPdf: context.printPdf,
    exportedAt: context.now(),
    appVersion: context.appVersion,
  }).catch(inWords)
  return { outcome: 'written', folder, files }
}

const titles = {
  leaders: 'Choose a folder only leaders see',
  home: 'Choose a folder for what goes home',
} as const

async function exportHome(
  context: Context,
  { store, school, cards, day }: SignedOffDay,
  parent: string,
): Promise<Output<'export.split'>> {
  const { name: schoolName, colour, teacherName } = school
  const { isExample } = context.session
  const certificates = cards.flatMap((card) => {
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
  const written = await writeHome({ parent, day, colour, certificates, printPdf, now: context.now() }).catch(
    inWords,
  )
  return written === null ? { outcome: 'nothing' } : { outcome: 'written', ...written }
}

/** What could not be written, in the words it comes with. */
function inWords(error: unknown): never {
  const isInWords = error instanceof Error && error.name === 'ExportFailure' && 'code' in error
  throw isInWords ? new Refusal(String(error.code), error.message) : error
}
