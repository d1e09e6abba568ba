import { foldName } from '../../../shared/domain/people.ts'

export type KnownClass = { id: string; name: string }

type Word = { text: string; from: number; until: number }

const wordsOf = (title: string): Word[] =>
  [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    text: foldName(found[0]),
    from: found.index,
    until: found.index + found[0].length,
  }))

/**
 * Reads `5C Maths`, `Maths (5C)`, `Class 5C: Maths` as the class 5C and the subject Maths. The class is null where no
 * known class is named, or more than one is.
 */
export function readTitle(
  title: string,
  classes: readonly KnownClass[],
): { classId: string | null; subject: string } {
  const words = wordsOf(title)
  const found = classes.flatMap((one) => findName(words, wordsOf(one.name), one.id))
  const longest = Math.max(0, ...found.map(({ count }) => count))
  const best = found.filter(({ count }) => count === longest)
  const [match] = best
  if (!match || best.some(({ classId }) => classId !== match.classId))
    return { classId: null, subject: title.trim() }
  const before = words[match.first - 1]
  const from = before?.text === 'class' ? before.from : (words[match.first]?.from ?? 0)
  const until = words[match.first + match.count - 1]?.until ?? 0
  const subject = [title.slice(0, from), title.slice(until)].map(trimSeparators).filter(Boolean).join(' ')
  return { classId: match.classId, subject: subject || title.trim() }
}

function findName(words: readonly Word[], name: readonly Word[], classId: string) {
  if (name.length === 0) return []
  const first = words.findIndex((_, index) =>
    name.every((part, offset) => words[index + offset]?.text === part.text),
  )
  return first < 0 ? [] : [{ classId, first, count: name.length }]
}

const trimSeparators = (text: string): string =>
  text.replace(/^[\s:;,|/()[\]–—-]+|[\s:;,|/([–—-]+$/g, '').replace(/\(\s*\)|\[\s*\]/g, '')
