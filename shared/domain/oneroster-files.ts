import type { Refusal } from './class-list.ts'

/** The files of a OneRoster export that say who is in which class. Of courses only whether they are there counts. The others hold marks, resources and passwords, and are never read. */
export const ONEROSTER_FILES = [
  'manifest.csv',
  'users.csv',
  'roles.csv',
  'enrollments.csv',
  'classes.csv',
  'courses.csv',
  'orgs.csv',
  'academicSessions.csv',
  'demographics.csv',
] as const
export type OneRosterFile = (typeof ONEROSTER_FILES)[number]

/** Which of those a file is by its name, in any case; null for every other file. */
export const oneRosterFile = (name: string): OneRosterFile | null =>
  ONEROSTER_FILES.find((one) => one.toLowerCase() === name.toLowerCase()) ?? null

/** A folder was chosen, or dropped, that holds none of them. */
export const NO_ONEROSTER_FOLDER: Refusal = {
  code: 'not-a-file',
  message: 'This is a folder without a OneRoster export in it. Nothing was changed.',
  advice: 'Choose the folder in which manifest.csv and users.csv stand, or open it and choose a single file.',
}
