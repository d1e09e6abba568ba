import { useState } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { useApp } from '../../lib/use-app.ts'

type Saving = {
  isSaved: boolean
  save: (change: Partial<School>) => Promise<void>
  /** Something was changed since. */
  edited: () => void
}

/** Saves one matter of the school's settings and knows whether it stands as saved. */
export function useSaving(school: School): Saving {
  const schoolSaved = useApp((state) => state.schoolSaved)
  const [isSaved, setIsSaved] = useState(false)
  return {
    isSaved,
    save: async (change) => setIsSaved(await schoolSaved({ ...school, ...change })),
    edited: () => setIsSaved(false),
  }
}
