import { useCallback, useEffect, useState } from 'react'
import type { CertificateTold } from '../../../shared/ipc/commands/certificates.ts'
import type { Failure } from '../../../shared/ipc/contract.ts'
import { useApi } from '../../lib/use-lesson.ts'

type Made = { folder: string; files: readonly string[] }

/** The certificates a lesson earned, and the way to have them made. */
export function useCertificates(lessonId: string) {
  const api = useApi()
  const [certificates, setCertificates] = useState<readonly CertificateTold[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [isMaking, setMaking] = useState(false)
  const ask = useCallback(() => api.invoke('certificates.earned', { lessonId }), [api, lessonId])
  useEffect(() => {
    void ask().then((reply) => {
      if (reply.ok) setCertificates(reply.value.certificates)
    })
  }, [ask])
  /** Resolves to whether they were made; leaving the folder dialog makes none and is no failure. */
  const prepare = async (
    wanted: readonly CertificateTold[],
    place: 'office' | 'chosen',
  ): Promise<boolean> => {
    setMaking(true)
    const which = wanted.map(({ pupilId, levelId }) => ({ pupilId, levelId }))
    const reply = await api.invoke('certificates.prepare', { lessonId, wanted: which, place })
    setMaking(false)
    setFailure(reply.ok ? null : reply.error)
    if (!reply.ok || reply.value.outcome === 'cancelled') return false
    setMade(reply.value)
    const after = await ask()
    if (after.ok) setCertificates(after.value.certificates)
    return true
  }
  return { certificates, failure, made, isMaking, prepare }
}
