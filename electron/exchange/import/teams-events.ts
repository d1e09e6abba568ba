import type { FileWarning } from '../../../shared/domain/class-list.ts'
import type { ReportRow } from '../../../shared/domain/report-people.ts'
import { NO_END } from './report-stays.ts'

/** One row of the list of 2020: who, what they did in the file's own words, when (ms of the file's clock, null when unreadable). */
export type TeamsEvent = { line: number; name: string; isGuest: boolean; action: string; at: number | null }

/** How the list of 2020 calls somebody leaving, in the languages it is known in. */
const LEFT =
  /^(left|verlassen|hat verlassen|gegangen|a quitté|quitté|parti|partie|salió|abandonó|ha salido|saiu|ha abbandonato|uscit[oa]|uscita|verlaten|heeft verlaten|vertrokken|opuścił.*|wyszedł|lämnade|lämnat|forlod|forlot|poistui|odešel|odišiel|kilépett|távozott|ayrıldı|a ieșit|вышел|вышла|покинул.*|вийшов|напусна|αποχώρησε|退出|退出しました|已离开|离开|已離開|離開|나감|退室|gadawodd)$/iu

/**
 * Which of a list's actions is leaving, or null when none is: by its word, else by the order of each person's rows. Hardly
 * anybody's first act is to leave, and what follows on a first act is leaving. The other actions (joined, joined before) come in.
 */
export function findLeaving(events: readonly TeamsEvent[]): string | null {
  const actions = [...new Set(events.map(({ action }) => action))]
  const known = actions.find((action) => LEFT.test(action))
  if (known !== undefined) return known
  const people = byPerson(events)
  const count = (action: string, of: readonly (TeamsEvent | undefined)[]) =>
    of.filter((act) => act?.action === action).length
  const scored = actions.map((action) => ({
    action,
    first:
      count(
        action,
        people.map(([first]) => first),
      ) / count(action, events),
    second: count(
      action,
      people.map(([, second]) => second),
    ),
  }))
  const [least] = scored.toSorted((a, b) => a.first - b.first || b.second - a.second)
  return least && least.first < 0.5 ? least.action : null
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
export function pairEvents(events: readonly TeamsEvent[]): { rows: ReportRow[]; warnings: FileWarning[] } {
  const leaving = findLeaving(events)
  const warnings: FileWarning[] = []
  const rows = byPerson(events).flatMap((acts) => pairOne(acts, leaving, warnings))
  return { rows, warnings }
}

function pairOne(acts: readonly TeamsEvent[], leaving: string | null, warnings: FileWarning[]): ReportRow[] {
  const rows: ReportRow[] = []
  /** The stretch that is open, else the last that closed; joins on top of the open one wait for leavings of their own. */
  let [open, closed]: [ReportRow | null, ReportRow | null] = [null, null]
  let doubles: { line: number }[] = []
  let lastJoin = 0
  const say = ({ line }: { line: number }, code: string, message: string) =>
    warnings.push({ line, code, message })
  const giveUpDoubles = () => {
    for (const join of doubles) say(join, 'missing-leave', CAME_TWICE)
    doubles = []
  }
  for (const act of acts) {
    if (act.at === null) {
      rows.push(asRow(act, null))
      say(act, 'unreadable-time', UNREADABLE)
    } else if (act.action !== leaving) {
      if (open !== null) doubles.push({ line: lastJoin })
      else {
        giveUpDoubles()
        rows.push((open = asRow(act, act.at)))
      }
      lastJoin = act.line
    } else if (open !== null) {
      open.to = act.at
      ;[open, closed] = [null, open]
    } else if (closed !== null && doubles.pop() !== undefined) {
      closed.to = act.at
    } else {
      rows.push(asRow(act, null))
      say(act, 'missing-join', LEFT_ONLY)
    }
  }
  if (open !== null) say(open, 'missing-leave', NO_END)
  else giveUpDoubles()
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
  'This person joins again without having left, and one leaving is not in the report. They are counted as present until the leaving that is.'
const LEFT_ONLY =
  'This person leaves without having joined in the report: when they came is not known, and nothing is counted.'
