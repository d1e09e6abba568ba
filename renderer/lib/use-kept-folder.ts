import { useState } from 'react'
import { keepsFolder, type KeptFolder, keptFolderOf } from '../../shared/domain/school.ts'
import { useApp } from './use-app.ts'
import { useApi } from './use-lesson.ts'

export type FolderChoice = {
  /** Null until one is chosen. */
  folder: string | null
  /** Why the last one was not kept, in words. */
  failure: string | null
  isSaved: boolean
  /** Asks for a folder and keeps it; leaving the dialog changes nothing. */
  choose: () => Promise<void>
  /** No longer keeps one. */
  leave: () => Promise<void>
}

/** A folder that the school's settings keep, and the one way to choose it. */
export function useKeptFolder(of: KeptFolder): FolderChoice {
  const api = useApi()
  const school = useApp((state) => state.status?.school ?? null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaved, setSaved] = useState(false)
  const keep = async (folder: string | null) => {
    if (!school) return
    const saved = await api.invoke('school.save', keepsFolder(school, of, folder))
    setSaved(saved.ok)
    setFailure(saved.ok ? null : saved.error.message)
  }
  const choose = async () => {
    setSaved(false)
    setFailure(null)
    const chosen = await api.invoke('folder.choose', { of })
    if (!chosen.ok) setFailure(chosen.error.message)
    else if (chosen.value.folder !== null) await keep(chosen.value.folder)
  }
  return { folder: school && keptFolderOf(school, of), failure, isSaved, choose, leave: () => keep(null) }
}
