import { useCallback, useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/domain/class-list.ts'
import type { NameAnswer } from '../../../shared/domain/reconcile/who-is-who.ts'
import type { ReportPreview, ReportView } from '../../../shared/ipc/commands/reports.ts'
import type { CommandName, Failure, Input } from '../../../shared/ipc/contract.ts'
import { useHandedFile } from '../../lib/use-handed-file.ts'
import { useApi } from '../../lib/use-lesson.ts'

/** A report that was chosen: to be looked at, or refused. */
export type ChosenReport =
  | { outcome: 'understood'; token: string; preview: ReportPreview }
  | { outcome: 'refused'; fileName: string; refusal: Refusal }

/** As what a name is remembered for later lessons. */
export type ToRemember = Input<'waiting.remember'>

type ReportCommand = Extract<CommandName, `report.${string}` | 'waiting.remember'>

/** The meeting's reports of a lesson as main has them, and what a person does with them. */
export function useReport(lessonId: string) {
  const api = useApi()
  const [view, setView] = useState<ReportView | null>(null)
  const [chosen, setChosen] = useState<ChosenReport | null>(null)
  const [isReading, setReading] = useState(false)
  const [opened, setOpened] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const ask = useCallback(() => api.invoke('report.get', { lessonId }), [api, lessonId])
  useEffect(() => {
    void ask().then((reply) => {
      if (reply.ok) setView(reply.value)
      else setFailure(reply.error)
    })
  }, [ask])

  /** Asks for something and shows how it stands afterwards, or why it was not done. */
  const doThen = async <N extends ReportCommand>(name: N, input: Input<N>): Promise<boolean> => {
    const reply = await api.invoke(name, input)
    setFailure(reply.ok ? null : reply.error)
    const after = await ask()
    if (after.ok) setView(after.value)
    return reply.ok
  }
  const choose = async (handed?: string) => {
    setReading(true)
    const stopFollowing = api.on('reading.progress', (progress) => setOpened(progress.opened))
    const reply = await api.invoke('report.choose', { lessonId, ...(handed !== undefined && { handed }) })
    stopFollowing()
    setOpened(null)
    setReading(false)
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok && reply.value.outcome !== 'cancelled') setChosen(reply.value)
  }
  useHandedFile(`/sign-off/${lessonId}`, (token) => void choose(token))
  return {
    view,
    chosen,
    isReading,
    /** The share of the file taken off the disk, 0 to 1; null while none is read. */
    opened,
    failure,
    choose,
    stopReading: () => void api.invoke('reading.cancel', {}),
    dropChosen: () => setChosen(null),
    confirm: async (token: string) => {
      if (await doThen('report.confirm', { token })) setChosen(null)
    },
    remove: (reportId: string) => doThen('report.remove', { lessonId, reportId }),
    answer: async (key: string, answer: NameAnswer, remember: readonly ToRemember[]) => {
      if (!(await doThen('report.answer', { lessonId, key, answer }))) return
      // One after the other: a name that is taken is said, and the answer stands for this lesson.
      for (const one of remember) if (!(await doThen('waiting.remember', one))) return
    },
    keep: (key: string, isKept: boolean) => doThen('report.keep', { lessonId, key, isKept }),
  }
}

export type Report = ReturnType<typeof useReport>
