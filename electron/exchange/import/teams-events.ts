import type { CodedWarning } from '../../../shared/domain/recognised-file.ts'
import type { ReportRow } from '../../../shared/domain/report-people.ts'
import { NO_END } from './report-stays.ts'

/** One row of the list of 2020: who, what they did in the file's own words, when (ms of the file's clock, null when unreadable). */
export type TeamsEvent = { line: number; name: string; isGuest: boolean; action: string; at: number | null }

/** How the list of 2020 calls somebody leaving, in the languages it is known in. */
const LEFT =
  /^(left|verlassen|hat verlassen|gegangen|a quitté|quitté|parti|partie|salió|abandonó|ha salido|saiu|ha abbandonato|uscit[oa]|uscita|verlaten|heeft verlaten|vertrokken|opuścił.*|wyszedł|lämnade|lämnat|forlod|forlot|poistui|odešel|odišiel|kilépett|távozott|ayrıldı|a ieșit|вышел|вышла|покинул.*|вийшов|напусна|αποχώρησε|退出|退出しました|已离开|离开|已離開|離開|나감|退室|gadawodd)$/iu

/**
 * Which of a list's actions is leaving, or null when none is: by its word, else by the order of each person's rows. Nobody's
 * first act is to leave, and what follows on a first act is leaving. The other actions (joined, joined before) come in.
 */
export function findLeaving(events: readonly TeamsEvent[]): string | null {
  const actions = [...new Set(events.map(({ action }) => action))]
  const known = actions.find((action) => LEFT.test(action))
  if (known !== undefined) return known
  const [firsts, seconds] = [new Map<string, number>(), new Map<string, number>()]
  for (const acts of byPerson(events)) {
    const [first, second] = acts
    if (first) firsts.set(first.action, (firsts.get(first.action) ?? 0) + 1)
    if (second) seconds.set(second.action, (seconds.get(second.action) ?? 0) + 1)
  }
  const later = actions.filter((action) => !firsts.has(action))
  return later.toSorted((a, b) => (seconds.get(b) ?? 0) - (seconds.get(a) ?? 0))[0] ?? null
}

/** The acts of each person in the order of their times; what has no time keeps its place in the file. */
function byPerson(events: readonly TeamsEvent[]): TeamsEvent[][] {
  const people = new Map<string, TeamsEvent[]>()
  for (const event of events) {
    const known = people.get(event.name)
    if (known) known.push(event)
    else people.set(event.name, [event])
  }
  return [...people.values()].map((acts) =>
    acts.every(({ at }) => at !== null) ? acts.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)) : acts,
  )
}

/** Joins and leaves made into stretches, with what a person should know of those that do not close. */
export function pairEvents(events: readonly TeamsEvent[]): { rows: ReportRow[]; warnings: CodedWarning[] } {
  const leaving = findLeaving(events)
  const warnings: CodedWarning[] = []
  const rows = byPerson(events).flatMap((acts) => pairOne(acts, leaving, warnings))
  return { rows, warnings }
}

function pairOne(acts: readonly TeamsEvent[], leaving: string | null, warnings: CodedWarning[]): ReportRow[] {
  const rows: ReportRow[] = []
  let open: ReportRow | null = null
  for (const act of acts) {
    if (act.at === null) {
      rows.push(asRow(act, null))
      warnings.push({ line: act.line, code: 'unreadable-time', message: UNREADABLE })
    } else if (act.action !== leaving) {
      if (open !== null) warnings.push({ line: open.line, code: 'missing-leave', message: CAME_TWICE })
      else rows.push((open = asRow(act, act.at)))
    } else if (open === null) {
      rows.push(asRow(act, null))
      warnings.push({ line: act.line, code: 'missing-join', message: LEFT_ONLY })
    } else {
      open.to = act.at
      open = null
    }
  }
  if (open !== null) warnings.push({ line: open.line, code: 'missing-leave', message: NO_END })
  return rows
}

const asRow = ({ line, name, isGuest }: TeamsEvent, from: number | null): ReportRow => ({
  line,
  name,
  ...(isGuest && { guest: true }),
  from,
  to: null,
})

const UNREADABLE = 'The time on this line could not be read, so it was left out of the minutes.'
const CAME_TWICE =
  'This person joins again with no leaving between: a second device, or a leaving that is not in the report. Counted as present throughout.'
const LEFT_ONLY =
  'This person leaves without having joined in the report: when they came is not known, and nothing is counted.'
