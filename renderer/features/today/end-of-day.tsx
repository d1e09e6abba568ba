import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { endOfDayStanding, type LessonCard } from '../../../shared/domain/today.ts'
import type { ExportedDay } from '../../../shared/ipc/commands/export.ts'
import { Message } from '../../components/message.tsx'
import { useApp } from '../../lib/use-app.ts'
import classes from './end-of-day.module.css'
import type { TodayStore } from './today-store.ts'

type Props = {
  store: TodayStore
  /** ISO `YYYY-MM-DD`. */
  date: string
  lessons: readonly LessonCard[]
}

/** The last card of the day: what is ready for the office, what is not, one button. */
export function EndOfDay({ store, date, lessons }: Props) {
  const exporting = useStore(store, (state) => state.exporting)
  const exported = useStore(store, (state) => state.exported)
  const exportFailure = useStore(store, (state) => state.exportFailure)
  const dayExported = useStore(store, (state) => state.dayExported)
  const exportRevealed = useStore(store, (state) => state.exportRevealed)
  const folder = useApp((state) => state.status?.school?.officeFolder ?? null)
  const standing = endOfDayStanding(lessons)
  const isReady = standing.ready + standing.exported > 0
  return (
    <section className={classes.card} data-ready={standing.ready > 0} aria-labelledby="end-of-day">
      <div className={classes.row}>
        <IconBuilding size={22} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <div className={classes.words}>
          <h2 id="end-of-day" className={classes.title}>
            End of day
          </h2>
          <p className={classes.standing}>{wordsFor(standing)}</p>
          {isReady && !folder && (
            <p className={classes.warn}>Choose the office&rsquo;s folder in Settings first.</p>
          )}
        </div>
        {isReady && !folder ? (
          <Button component="a" href="#/settings" variant="default">
            Choose the folder
          </Button>
        ) : (
          <Button
            variant={standing.ready > 0 && standing.unsigned === 0 ? 'filled' : 'default'}
            disabled={!isReady}
            loading={exporting === 'running'}
            onClick={() => void dayExported(date)}
          >
            Export to the office
          </Button>
        )}
      </div>
      {exporting === 'running' && <Message tone="quiet" title="Writing the files for the office…" />}
      {exporting === 'failed' && exportFailure && (
        <Message tone="bad" title="Not exported">
          {exportFailure.message}
        </Message>
      )}
      {exporting === 'done' && exported && <Done exported={exported} onReveal={exportRevealed} />}
    </section>
  )
}

type DoneProps = { exported: ExportedDay; onReveal: () => void }

function Done({ exported, onReveal }: DoneProps) {
  const count = exported.lessons === 1 ? 'One lesson' : `${exported.lessons} lessons`
  return (
    <Message
      tone="good"
      title={
        exported.unchanged
          ? 'The office already has exactly this: nothing has changed since the last export'
          : `${count} exported to the office${exported.version > 1 ? `, version ${exported.version}` : ''}`
      }
      action={
        <Button variant="default" size="xs" h={32} onClick={onReveal}>
          Show the folder
        </Button>
      }
    >
      <span className={classes.folder}>{exported.folder}</span>
    </Message>
  )
}

function wordsFor({ ready, unsigned, exported }: ReturnType<typeof endOfDayStanding>): string {
  const lessons = (count: number) => (count === 1 ? '1 lesson' : `${count} lessons`)
  if (ready + exported === 0) {
    return unsigned > 0
      ? `Nothing to export yet: ${lessons(unsigned)} still to sign off.`
      : 'Nothing to export yet. Opens when the first lesson is signed off.'
  }
  const parts = [
    ready > 0 ? `${lessons(ready)} ready to export` : '',
    exported > 0 ? `${lessons(exported)} already exported` : '',
    unsigned > 0 ? `${lessons(unsigned)} still to sign off` : '',
  ].filter((part) => part !== '')
  return `${parts.join(', ')}.`
}
