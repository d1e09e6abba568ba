import { useCallback, useEffect, useState } from 'react'
import type { CertificateTold } from '../../../shared/ipc/commands/certificates.ts'
import type { MakingStep } from '../../../shared/ipc/commands/export.ts'
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
  const [step, setStep] = useState<MakingStep | null>(null)
  const ask = useCallback(() => api.invoke('certificates.earned', { lessonId }), [api, lessonId])
  useEffect(() => {
    void ask().then((reply) => {
      if (reply.ok) setCertificates(reply.value.certificates)
    })
  }, [ask])
  useEffect(
    () =>
      api.on('certificates.progress', (told) => {
        if (told.lessonId === lessonId) setStep(told)
      }),
    [api, lessonId],
  )
  /** Resolves to whether they were made; leaving the folder dialog, or stopping it, makes none and is no failure. */
  const prepare = async (
    wanted: readonly CertificateTold[],
    place: 'office' | 'chosen',
  ): Promise<boolean> => {
    setMaking(true)
    setStep(null)
    setMade(null)
    const which = wanted.map(({ pupilId, levelId }) => ({ pupilId, levelId }))
    const reply = await api.invoke('certificates.prepare', { lessonId, wanted: which, place })
    setMaking(false)
    setFailure(reply.ok || reply.error.code === 'stopped' ? null : reply.error)
    if (!reply.ok || reply.value.outcome === 'cancelled') return false
    setMade(reply.value)
    const after = await ask()
    if (after.ok) setCertificates(after.value.certificates)
    return true
  }
  const stop = () => void api.invoke('certificates.stop', { lessonId })
  return { certificates, failure, made, isMaking, step, prepare, stop }
}
