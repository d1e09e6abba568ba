import type { Means } from './clause.ts'

const screen = (path: string, label: string): Means => ({ kind: 'screen', path, label })

/** The pages and windows that carry clauses out, each by its route and the name it has on screen. */
export const screens = {
  today: screen('/today', 'Today'),
  timetable: screen('/timetable', 'Timetable'),
  staff: screen('/staff', 'Staff'),
  packs: screen('/packs', 'Packs'),
  pupils: screen('/classes/:classId', 'Class and pupil pages'),
  plan: screen('/lessons/:lessonId/plan', 'Lesson plan'),
  checklistEditor: screen('/checklist-editor', 'Checklist editor'),
  scheme: screen('/scheme', 'Behaviours and rewards'),
  policy: screen('/policy', 'Policy'),
  settings: screen('/settings', 'Settings'),
  checklist: screen('/checklist/:lessonId', 'Checklist'),
  live: screen('/live/:lessonId', 'Live panel'),
  signOff: screen('/sign-off/:lessonId', 'Signing off'),
} as const satisfies Record<string, Means>
