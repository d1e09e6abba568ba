import type { Session } from './session.ts'

/** What can happen to the disk under the records of the running app, as SQLite itself then answers. */
export type DiskFaults = {
  /** No page can be added any more: SQLITE_FULL, as when the disk has no room. */
  fill(): Promise<void>
  /** The records can be read but not written: SQLITE_READONLY, as when the folder's rights were changed. */
  makeReadOnly(): Promise<void>
  /** All is well again. */
  heal(): Promise<void>
}

type Held = {
  exec(sql: string): void
  pragma(sql: string): unknown
  transaction(work: unknown): unknown
}
type Main = typeof globalThis & { records?: Held }

/**
 * Takes hold of the app's own connection at its next write, without the app knowing: works as any user on any file
 * system, where a full or a read-only disk could only be made with special rights.
 */
export async function holdRecords({ app }: Session): Promise<DiskFaults> {
  await app.evaluate(() => {
    const { mainModule } = process
    if (!mainModule) throw new Error('The app has no main module.')
    const { prototype } = mainModule.require('better-sqlite3') as { prototype: Held }
    const { transaction } = prototype
    prototype.transaction = function hold(this: Held, work) {
      ;(globalThis as Main).records = this
      return transaction.call(this, work)
    }
  })
  const pragmas = (words: readonly string[]) =>
    app.evaluate((_electron, wanted) => {
      const { records } = globalThis as Main
      if (!records) throw new Error('Nothing was written yet.')
      for (const pragma of wanted) records.pragma(pragma)
    }, words)
  return {
    // Below what there is, SQLite takes the pages there are for the most there may be.
    fill: () => pragmas(['max_page_count = 1']),
    makeReadOnly: () => pragmas(['query_only = ON']),
    heal: () => pragmas(['query_only = OFF', 'max_page_count = 1073741823']),
  }
}
