import { join } from 'node:path'
import { type Certificate, certificatePage } from './certificate-page.ts'
import { dayFolderName, fitForFiles } from './day-folder.ts'
import { ExportFailure, exportFailureFrom, notFinished } from './export-failure.ts'
import { type NamedFile, nameNotIn, writeNewFolder } from './whole-folder.ts'

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
  const { parent, date, teacherName, now } = options
  try {
    const files = await makeFiles(options).catch((error: unknown) => {
      throw notFinished(error)
    })
    const name = `${dayFolderName(date, teacherName, 1)} certificates`
    const folder = await writeNewFolder({ parent, name, files, now })
    return { folder: join(parent, folder), files: files.map((file) => file.name) }
  } catch (error) {
    throw exportFailureFrom(error, parent)
  }
}

async function makeFiles({ certificates, printPdf }: CertificatesExport): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for (const one of certificates) {
    const wanted = fitForFiles(`${one.levelName} ${one.pupilName}`) || 'Certificate'
    const taken = new Set(files.map(({ name }) => name.toLowerCase()))
    const name = nameNotIn(taken, wanted, 'pdf')
    files.push({ name, content: await printPdf(certificatePage(one)) })
  }
  return files
}
