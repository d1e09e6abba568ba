import { type Recognised, refuseAs } from '../../../shared/domain/recognised-file.ts'
import { fold, understandHeader } from './class-list-headers.ts'
import { looksLikeTime } from './report-times.ts'
import type { TextSource } from './text-source.ts'

const INSTEAD =
  'For who was there, open Reports, Usage in Zoom on the web, choose the number of participants of the meeting, tick “Export with meeting data” and “Export”, then choose that file.'

/** Headings that stand over a title row of Zoom's polls and quizzes. */
const POLL_TITLES = new Set([
  'pollreport',
  'quizreport',
  'pollquizreport',
  'pollsquizzesreport',
  'launchedpolls',
])
const OTHER_TITLES: Readonly<Record<string, string>> = {
  qareport: 'list of questions and answers (Q&A)',
  qnareport: 'list of questions and answers (Q&A)',
  registrationreport: 'list of registrations',
  performancereport: 'performance report of a webinar',
  surveyreport: 'survey',
}

/** Answers of a poll or quiz and Zoom's other reports: recognised, and refused by name. Null when the file is none. */
export function refuseZoomPoll({ samples }: TextSource): Recognised | null {
  for (const { rows } of samples) {
    for (const [at, { cells }] of rows.entries()) {
      const headings = cells.slice(0, 60).map(fold)
      if (isPollHeader(headings, cells, rows[at + 1]?.cells ?? [])) return POLL
      const other = OTHER_TITLES[headings[0] ?? '']
      if (other !== undefined && headings.slice(1).every((heading) => heading === ''))
        return refuseAs(
          'unknown',
          'zoom-other',
          `This is a ${other} saved from Zoom: it does not say who was there when.`,
          INSTEAD,
        )
    }
  }
  return null
}

function isPollHeader(
  headings: readonly string[],
  cells: readonly string[],
  below: readonly string[],
): boolean {
  if (POLL_TITLES.has(headings[0] ?? '') && headings.slice(1).every((heading) => heading === '')) return true
  if (headings.includes('submitteddatetime')) return true
  // In other languages: numbered rows of a person, an address, one time and then answers, which may have no headings.
  return (
    cells[0]?.trim() === '#' &&
    cells.length >= 4 &&
    below.length >= 5 &&
    !cells.slice(1, 4).some((cell) => understandHeader(cell).kind === 'pupil') &&
    /^\d+$/.test(below[0] ?? '') &&
    /^(?:[^\s@]+@[^\s@]+)?$/.test(below[2]?.trim() ?? '') &&
    looksLikeTime(below[3] ?? '') &&
    !looksLikeTime(below[4] ?? '')
  )
}

const POLL = refuseAs(
  'zoom-poll',
  'zoom-poll',
  'This is a poll or quiz saved from Zoom: it holds answers, not who was there when.',
  INSTEAD,
)

/** `09:54:52 From Jane to Everyone: hello`, as every language has it, and the short form `09:54:52<tab>Jane:<tab>hello`. */
const CHAT_LINE = /^(?:\d{4}-\d\d-\d\d )?\d{1,2}:\d\d:\d\d(?: ?[AP]M)?(?:\t| +)\s*\S.{0,300}?[:：]/i
/** Zoom's captions: the name in brackets, then the clock. */
const CAPTION_LINE = /^\[[^\]]{1,100}\] \d\d:\d\d:\d\d$/

/** A saved chat: recognised, and refused by name. Null when the file is none. */
export function refuseZoomChat({ start }: TextSource): Recognised | null {
  const lines = start
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [first = ''] = lines
  if (CHAT_LINE.test(first)) return CHAT
  if (first.trim() === 'WEBVTT' || CAPTION_LINE.test(first))
    return refuseAs(
      'unknown',
      'captions',
      'These are a meeting’s captions or its transcript: they do not say who was there when.',
      INSTEAD,
    )
  return null
}

const CHAT = refuseAs(
  'zoom-chat',
  'zoom-chat',
  'This is a chat saved from Zoom: it says who wrote, not who was there when.',
  INSTEAD,
)
