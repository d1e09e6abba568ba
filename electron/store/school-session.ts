import type { Problem } from '../../shared/ipc/contract.ts'
import { readSchool } from './school-repository.ts'
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

/** `prepare` gives records that were opened what every school starts with. */
export function openSchoolSession(folder: string, prepare: (store: Store) => void): SchoolSession {
  let { opened, school } = openWanted(folder)
  if (!isProblem(opened)) prepare(opened)

  const close = () => {
    if (!isProblem(opened)) opened.close()
  }
  const reopen = (wanted: SchoolFile): Store => {
    close()
    school = wanted
    opened = openStore(folder, wanted)
    if (isProblem(opened)) throw new Error(opened.code)
    prepare(opened)
    return opened
  }
  return {
    get problem() {
      return isProblem(opened) ? opened : null
    },
    get isExample() {
      return school === 'example'
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

/**
 * The example, where there is a whole one, else the school's own. An example that was cut off while it was filled, or
 * cannot be read, is removed: nobody may set up a real school in it, and it must not keep a real one from opening.
 */
function openWanted(folder: string): { opened: Store | Problem; school: SchoolFile } {
  if (hasStore(folder, 'example')) {
    const example = openStore(folder, 'example')
    const isWhole = !isProblem(example) && readSchool(example) !== null
    if (isWhole) return { opened: example, school: 'example' }
    if (!isProblem(example)) example.close()
    removeExample(folder)
  }
  return { opened: openStore(folder, 'school'), school: 'school' }
}
