import { type Certificate, certificatePage } from './certificate-page.ts'
import { dayFolderName, fileName } from './day-folder.ts'
import { type Putting, putMadeFiles } from './put-made-files.ts'
import { type NamedFile, nameNotIn } from './whole-folder.ts'

/** Characters of a level's name in the name of a file. */
export const MOST_OF_LEVEL = 24

type CertificatesExport = Putting & {
  /** Day of the lesson, ISO. */
  date: string
  teacherName: string
  certificates: readonly Certificate[]
  printPdf: (html: string) => Promise<Uint8Array>
}

/**
 * Writes certificates, a PDF each, into a folder of their own, whole or not at all: `2021-01-18 Ms J Reid certificates`,
 * then `... certificates v2`; earlier ones are never touched. Fails with an `ExportFailure` only.
 */
export async function writeCertificates(
  options: CertificatesExport,
): Promise<{ folder: string; files: string[] }> {
  const name = `${dayFolderName(options.date, options.teacherName, 1)} certificates`
  return putMadeFiles(options, name, (goOn) => makeFiles(options, goOn))
}

async function makeFiles(
  { certificates, printPdf }: CertificatesExport,
  goOn: (done: number, of: number) => void,
): Promise<NamedFile[]> {
  const files: NamedFile[] = []
  for (const one of certificates) {
    goOn(files.length, certificates.length)
    const wanted = fileName([one.levelName, MOST_OF_LEVEL], [one.pupilName]) || 'Certificate'
    const taken = new Set(files.map(({ name }) => name.toLowerCase()))
    const name = nameNotIn(taken, wanted, 'pdf')
    files.push({ name, content: await printPdf(certificatePage(one)) })
  }
  return files
}
