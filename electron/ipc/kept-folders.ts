import type { KeptFolder } from '../../shared/domain/school.ts'

/** What the system's dialog says a folder is chosen for. */
export const folderTitles: Record<KeptFolder, string> = {
  office: 'Choose the office’s folder',
  leaders: 'Choose a folder only leaders see',
  home: 'Choose a folder for what goes home',
}
