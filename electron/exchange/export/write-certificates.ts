import { join } from 'node:path'
import { type Certificate, certificatePage } from './certificate-page.ts'
import { dayFolderName, fitForFiles } from './day-folder.ts'
import { ExportFailure, exportFailureFrom, notFinished } from './export-failure.ts'
import {
  inPartial,
  type NamedFile,
  publish,
  removeLeftovers,
  requireFolder,
  writeFlushed,
} from './whole-folder.ts'

export { ExportFailure }

type CertificatesExport = {
  /** The office's folder, or one that was chosen. */
  parent: string
  /** Day of the lesson, ISO. */
  date: string
  teacherName: string
  certificates: readonly Certificate[]
  printPdf: (html: string) => Promise<Uint8Array>
  /** UTC ms. */
  now: number
}

/**
 * Writes certificates, a PDF each, into a folder of their own, whole or not at all: `2021-01-18 Ms J Reid certificates`,
 * then `... certificates v2`; earlier ones are never touched. Fails with an `ExportFailure` only.
 */
export async function writeCertificates(
  options: CertificatesExport,
): Promise<{ folder: string; files: string[] }> {
  const { parent, now } = options
  try {
    await requireFolder(parent)
    await removeLeftovers(parent, now)
    const files = await makeFiles(options).catch((error: unknown) => {
      throw notFinished(error)
    })
    return { folder: await writeFolder(options, files), files: files.map(({ name }) => name) }
  } catch (error) {
    throw exportFailureFrom(error, parent)
  }
}

async function makeFiles({ certificates, printPdf }: CertificatesExport): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for (const one of certificates) {
    const wanted = fitForFiles(`${one.levelName} ${one.pupilName}`) || 'Certificate'
    const taken = new Set(files.map(({ name }) => name.toLowerCase()))
    const name = nameNotIn(taken, wanted)
    files.push({ name, content: await printPdf(certificatePage(one)) })
  }
  return files
}

function nameNotIn(taken: ReadonlySet<string>, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : ` ${number}`}.pdf`
    if (!taken.has(name.toLowerCase())) return name
  }
}

async function writeFolder(
  { parent, date, teacherName }: CertificatesExport,
  files: readonly NamedFile[],
): Promise<string> {
  return inPartial(parent, async (partial) => {
    for (const file of files) await writeFlushed(partial, file)
    for (let version = 1; ; version += 1) {
      const name = `${dayFolderName(date, teacherName, 1)} certificates${version === 1 ? '' : ` v${version}`}`
      if (await publish(partial, parent, name)) return join(parent, name)
    }
  })
}
