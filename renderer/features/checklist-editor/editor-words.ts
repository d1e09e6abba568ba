import type { CheckItem } from '../../../shared/domain/checks.ts'
import { clauseInWords } from '../../../shared/domain/checklist-edit.ts'

const kinds = {
  word: 'by the teacher’s word',
  camera: 'by the teacher’s word, beside the camera',
  'second-adult': 'by naming the second adult',
  seen: 'the app looks for itself',
} as const satisfies Record<CheckItem['kind'], string>

/** What a check is for and how it is answered, in one quiet line. */
export const natureInWords = (item: CheckItem): string =>
  [...(item.required ? [] : ['Optional']), clauseInWords(item), kinds[item.kind]].join(' · ')
