import { open, readdir, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import {
  findMistake,
  findRecipient,
  OFFICE_KEY_FILE,
  officeKeyText,
  readTypedKey,
  type TypedKey,
} from '../../../shared/domain/office-key.ts'
import type { OfficeKeyView } from '../../../shared/ipc/commands/office-key.ts'
import type { Output, ParsedInput } from '../../../shared/ipc/contract.ts'
import {
  findOfficeKey,
  keepOfficeKey,
  listOfficeIdentities,
  signingKeyOf,
} from '../../store/keys-repository.ts'
import type { FolderNamed } from '../../exchange/export/export-failure.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

type Names =
  | 'office.key'
  | 'office.make-key'
  | 'office.save-key'
  | 'office.print-key'
  | 'office.recover-key'
  | 'office.read-key'
  | 'office.take-key'

/** The office's key: made and kept on the office's computer, known on teachers' (docs/adr/0011). */
export function officeKeyHandlers(context: Context): Pick<Handlers, Names> {
  return {
    'office.key': () => viewOf(context),
    'office.make-key': () => makeKey(context),
    'office.save-key': () => saveKeyText(context),
    'office.print-key': () => printRecovery(context),
    'office.recover-key': ({ typed }) => recoverKey(context, typed),
    'office.read-key': (wish) => readKey(context, wish),
    'office.take-key': ({ recipient }) => takeKey(context, recipient),
  }
}

/** Loaded when first used: the cryptography is no part of a start. */
const identities = () => import('../../exchange/bundle/office-identity.ts')

async function viewOf(context: Context): Promise<OfficeKeyView> {
  const { store, school } = whoIsHere(context)
  const { fingerprintOfKey } = await identities()
  const { makeSigningKey } = await import('../../exchange/bundle/signing-key.ts')
  const recipient = findOfficeKey(store)
  const fingerprint = recipient === null ? '' : fingerprintOfKey(recipient)
  return {
    inForce: recipient === null ? null : { recipient, fingerprint },
    isHere: listOfficeIdentities(store).some((one) => one.recipient === recipient),
    text: recipient === null ? null : officeKeyText({ schoolName: school.name, recipient, fingerprint }),
    device: {
      name: context.deviceName,
      fingerprint: fingerprintOfKey(signingKeyOf(store, makeSigningKey).publicKey),
    },
  }
}

async function makeKey(context: Context): Promise<OfficeKeyView> {
  const { store } = whoIsHere(context)
  const made = await (await identities()).makeOfficeIdentity()
  if (listOfficeIdentities(store).length > 0) {
    throw new Refusal('key-is-here', 'This computer has the office’s key already. Nothing was changed.')
  }
  keepOfficeKey(store, made, context.now())
  context.preferences.save({ isOffice: true })
  return viewOf(context)
}

async function saveKeyText(context: Context): Promise<{ path: string }> {
  const { text } = await viewOf(context)
  const { officeFolder } = whoIsHere(context).school
  if (text === null) throw new Refusal('no-key', 'There is no key yet. Make it, or take it in, first.')
  if (!officeFolder) {
    throw new Refusal('no-folder', 'Choose the office’s folder first, or copy the text. Nothing is lost.')
  }
  await write(officeFolder, OFFICE_KEY_FILE, Buffer.from(text), { of: 'office', isKept: true })
  return { path: join(officeFolder, OFFICE_KEY_FILE) }
}

const RECOVERY_FILE = 'Office key recovery copy'

async function printRecovery(context: Context): Promise<{ path: string | null }> {
  const { store, school } = whoIsHere(context)
  const [newest] = listOfficeIdentities(store)
  if (!newest) throw new Refusal('no-key', 'The office’s key is not on this computer. Nothing was printed.')
  const folder = await context.chooseFolder('Choose a folder for the recovery copy')
  if (folder === null) return { path: null }
  if (school.officeFolder !== null && (await liesIn(folder, school.officeFolder))) {
    throw new Refusal(
      'shared-folder',
      'Others can read the office’s folder, and whoever has this copy can open every day. Choose a folder only you can open. Nothing was written.',
    )
  }
  const { recoveryPage } = await import('../../exchange/bundle/recovery-page.ts')
  const { fingerprintOfKey } = await identities()
  const page = recoveryPage({
    schoolName: school.name,
    identity: newest.identity,
    fingerprint: fingerprintOfKey(newest.recipient),
    printedAt: context.now(),
  })
  const content = Buffer.from(await context.printPdf(page))
  // Never in place of an earlier copy, which may be another key's.
  const taken = new Set((await readdir(folder).catch(() => [])).map((name) => name.toLowerCase()))
  const { nameNotIn } = await import('../../exchange/export/whole-folder.ts')
  const name = nameNotIn(taken, RECOVERY_FILE, 'pdf')
  await write(folder, name, content, { of: 'anybody', isKept: false })
  const path = join(folder, name)
  context.reveal(path)
  return { path }
}

/** Whether a folder is another or lies in it, by whatever way it is named. */
async function liesIn(folder: string, parent: string): Promise<boolean> {
  const real = (path: string) => realpath(path).catch(() => resolve(path))
  const way = relative(await real(parent), await real(folder))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Whole or not at all; what fails is said in words. */
async function write(folder: string, name: string, content: Buffer, named: FolderNamed): Promise<void> {
  const { writeLessonFile } = await import('../../exchange/share/lesson-folder.ts')
  const { exportFailureFrom } = await import('../../exchange/export/export-failure.ts')
  await writeLessonFile(folder, name, content, 'session-companion').catch((error: unknown) => {
    const failure = exportFailureFrom(error, folder, named)
    throw new Refusal(failure.code, failure.message)
  })
}

const refused = (message: string) => ({ outcome: 'refused' as const, message })

const typedWrong: Record<Extract<TypedKey, { problem: string }>['problem'], (detail: string) => string> = {
  empty: () => 'Type the groups of the printed key, in their order.',
  character: (group) => `Group ${group} holds a character that is in no key. Look at it again.`,
  length: (count) =>
    `The key has 58 characters without its spaces, and these are ${count}. Is a group missing or twice there?`,
}

async function recoverKey(context: Context, typed: string): Promise<Output<'office.recover-key'>> {
  const { store } = whoIsHere(context)
  const { isIdentity, recipientOf } = await identities()
  const read = readTypedKey(typed)
  if ('problem' in read) return refused(`${typedWrong[read.problem](read.detail)} Nothing was changed.`)
  if (!isIdentity(read.identity)) {
    const group = findMistake(read.identity, isIdentity)
    const where = group === null ? 'More than one character is wrong.' : `The mistake is in group ${group}.`
    return refused(`That is not quite the printed key. ${where} Nothing was changed.`)
  }
  const { identity } = read
  keepOfficeKey(store, { identity, recipient: await recipientOf(identity) }, context.now())
  context.preferences.save({ isOffice: true })
  return { outcome: 'recovered', view: await viewOf(context) }
}

async function readKey(
  context: Context,
  wish: ParsedInput<'office.read-key'>,
): Promise<Output<'office.read-key'>> {
  const { store, school } = whoIsHere(context)
  const text = wish.from === 'text' ? wish.text : await readKeyFile(school.officeFolder)
  if (text === null) {
    return refused(
      `There is no ${OFFICE_KEY_FILE} in the office’s folder. Ask the office for it, or paste its text here. Nothing was changed.`,
    )
  }
  const { fingerprintOfKey, isRecipient } = await identities()
  const recipient = findRecipient(text)
  if (recipient === null || !isRecipient(recipient)) {
    return refused(
      'This is not the office’s key, or not all of it. Copy the whole text again. Nothing was changed.',
    )
  }
  return {
    outcome: 'found',
    recipient,
    fingerprint: fingerprintOfKey(recipient),
    isInForce: recipient === findOfficeKey(store),
  }
}

const LONGEST_TEXT = 4000

/** The text in the office's folder, no more of it than a key can have; null where there is none to read. */
async function readKeyFile(officeFolder: string | null): Promise<string | null> {
  if (officeFolder === null) return null
  try {
    const file = await open(join(officeFolder, OFFICE_KEY_FILE), 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_TEXT), 0, LONGEST_TEXT, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

async function takeKey(context: Context, recipient: string): Promise<OfficeKeyView> {
  const { store } = whoIsHere(context)
  const { isRecipient } = await identities()
  if (!isRecipient(recipient)) throw new Refusal('no-key', 'That is no key. Nothing was changed.')
  // A computer that opens days of its own office would send its days to another and no longer open them.
  if (listOfficeIdentities(store).some((one) => one.recipient !== recipient)) {
    throw new Refusal(
      'key-is-here',
      'This is the office’s own computer: it keeps its key. Type in a printed key to change it.',
    )
  }
  keepOfficeKey(store, { recipient, identity: null }, context.now())
  return viewOf(context)
}
