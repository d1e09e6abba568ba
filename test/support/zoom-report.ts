/** A row of a report: the name, when it joined and left (`09:30`) on 18 January 2021. */
export type ReportRow = readonly [name: string, join: string, leave: string]

/** A participants report as Zoom wrote them in 2021 with meeting data, in the American order of day and month. */
export function zoomReport(topic: string, rows: readonly ReportRow[]): string {
  const time = (clock: string) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    const half = hour < 12 ? 'AM' : 'PM'
    return `01/18/2021 ${two(hour % 12 || 12)}:${two(minute)}:00 ${half}`
  }
  const joins = rows.map(([, join]) => join).toSorted()
  const leaves = rows.map(([, , leave]) => leave).toSorted()
  return [
    'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,',
    `912 3456 7890,${topic},${time(joins[0] ?? '')},${time(leaves.at(-1) ?? '')},,60,${rows.length},`,
    '',
    'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)',
    ...rows.map(([name, join, leave]) => `${name},,${time(join)},${time(leave)},1`),
    '',
  ].join('\r\n')
}

const two = (n: number): string => String(n).padStart(2, '0')
