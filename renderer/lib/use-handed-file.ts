import { createContext, useContext, useEffect, useRef } from 'react'
import type { FilesStore } from './files-store.ts'

/** Of the main window; null where a page stands alone. */
export const FilesContext = createContext<FilesStore | null>(null)

/** Calls `taken` with the token of a file that was led to the page of this path, as soon as it is there. */
export function useHandedFile(path: string, taken: (token: string) => void): void {
  const store = useContext(FilesContext)
  const latest = useRef(taken)
  useEffect(() => {
    latest.current = taken
  })
  useEffect(() => {
    const look = () => {
      const token = store?.getState().taken(path)
      if (token) latest.current(token)
    }
    look()
    return store?.subscribe(look)
  }, [store, path])
}
