import type { Problem } from '../../shared/ipc/contract.ts'
import { hasStore, isProblem, openStore, removeExample, type SchoolFile, type Store } from './open-store.ts'

/**
 * Which records are open: the school's own, or those of the example school, which stand in a file of their own so
 * that trying things out never touches a real child's record and removing it leaves no trace.
 */
export type SchoolSession = {
  readonly problem: Problem | null
  readonly isExample: boolean
  /** The open records. Throws when they could not be opened; ask `problem` first. */
  store(): Store
  openExample(): Store
  removeExample(): void
  close(): void
}

export function openSchoolSession(folder: string): SchoolSession {
  const wanted = (): SchoolFile => (hasStore(folder, 'example') ? 'example' : 'school')
  let opened = openStore(folder, wanted())

  const close = () => {
    if (!isProblem(opened)) opened.close()
  }
  const reopen = (school: SchoolFile): Store => {
    close()
    opened = openStore(folder, school)
    if (isProblem(opened)) throw new Error(opened.code)
    return opened
  }
  return {
    get problem() {
      return isProblem(opened) ? opened : null
    },
    get isExample() {
      return wanted() === 'example'
    },
    store: () => {
      if (isProblem(opened)) throw new Error(opened.code)
      return opened
    },
    openExample: () => reopen('example'),
    removeExample: () => {
      close()
      removeExample(folder)
      reopen('school')
    },
    close,
  }
}
