import { join } from 'node:path'
import { exportFailureFrom, type FolderNamed, notFinished, stopped, unlessStopped } from './export-failure.ts'
import { type OfficeFolder, putNewFolder } from './office-folder.ts'
import type { ExportStep } from './write-day.ts'
import type { NamedFile } from './whole-folder.ts'

/** Where made files go, and who follows it. */
export type Putting = {
  /** The school's folder for it, or one that was chosen. */
  parent: string
  /** The same in the words of a failure. */
  named: FolderNamed
  /** The folder behind whatever keeps it from holding up the app. */
  folder: OfficeFolder
  told?: (step: ExportStep) => void
  /** Aborted, nothing of it is left to be seen. */
  signal?: AbortSignal
}

/**
 * Makes files and puts them into a folder of their own, whole or not at all: under that name, or with ` v2`, ` v3` behind
 * it where it is taken. Fails with an `ExportFailure` only.
 */
export async function putMadeFiles(
  { parent, named, folder, told = () => {}, signal }: Putting,
  name: string,
  make: (goOn: (done: number, of: number) => void) => Promise<readonly NamedFile[]>,
): Promise<{ folder: string; files: string[] }> {
  try {
    const making = make((done, of) => {
      if (signal?.aborted) throw stopped()
      told({ step: 'printing', done, of })
    }).catch((error: unknown) => {
      throw notFinished(error)
    })
    const files = await unlessStopped(signal, making)
    const wrote = (done: number) => told({ step: 'writing', done, of: files.length })
    wrote(0)
    const put = await putNewFolder(folder, { parent, name, files }, { wrote, ...(signal && { signal }) })
    if (put === null) throw stopped()
    return { folder: join(parent, put), files: files.map((file) => file.name) }
  } catch (error) {
    throw exportFailureFrom(error, parent, named)
  } finally {
    folder.end()
  }
}
