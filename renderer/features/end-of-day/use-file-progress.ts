import { useEffect, useState } from 'react'
import type { ExportProgress } from '../../../shared/ipc/commands/export.ts'
import type { FileWay } from '../../../shared/ipc/commands/export-files.ts'
import { useApi } from '../../lib/use-lesson.ts'

/** How far the files of a day are that are made for one of the other ways; null before anything is known. */
export function useFileProgress(date: string, way: FileWay | null): ExportProgress | null {
  const api = useApi()
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  useEffect(
    () =>
      api.on('export.progress', (told) => {
        if (told.date === date && told.way === way) setProgress(told)
      }),
    [api, date, way],
  )
  return progress?.date === date && progress.way === way ? progress : null
}
