import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { PupilNames } from '../../../shared/domain/names/match-names.ts'

/**
 * What a person who knows the class says a name is: the ids of the pupils it may be. One is who it is, several cannot be
 * told apart, none is nobody of the class. `isQuestion`: that person would ask before letting the child in.
 */
export type Label = { name: string; truth: readonly string[]; isQuestion: boolean }
/** Names as they stand in one waiting list. */
export type LabelledList = { className: string; pupils: readonly PupilNames[]; labels: readonly Label[] }

const CLASSES = ['oak', 'birch', 'cedar', 'elm', 'ash', 'hazel'] as const

const read = (file: string): string =>
  readFileSync(new URL(`../../fixtures/names/${file}`, import.meta.url), 'utf8')

export const readLabelledNames = (): LabelledList[] =>
  CLASSES.map((className) => ({
    className,
    pupils: readClass(className),
    labels: read(`${className}.tsv`).trimEnd().split('\n').slice(1).map(readLabel),
  }))

/** Whole waiting lists, where one name bears on another: `[class]`, then a label a line, to an empty line. */
export const readLabelledLists = (): LabelledList[] =>
  read('lists.txt')
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const [head = '', ...lines] = block.split('\n')
      const className = head.slice(1, -1)
      return { className, pupils: readClass(className), labels: lines.map(readLabel) }
    })

function readLabel(line: string): Label {
  const [label = '', name = ''] = line.split('\t')
  const who = label.replace('?', '')
  return { name, truth: who === 'nobody' ? [] : who.split('|'), isQuestion: label !== who }
}

type Row = Record<string, string>

function readClass(className: string): PupilNames[] {
  const { data } = Papa.parse<Row>(read(`${className}.csv`).trimEnd(), { header: true })
  const several = (cell = '') => cell.split(';').filter((one) => one !== '')
  return data.map((row) => ({
    id: row['Key'] ?? '',
    legalForename: row['Legal Forename'] ?? '',
    legalSurname: row['Legal Surname'] ?? '',
    ...(row['Preferred Forename'] && { preferredForename: row['Preferred Forename'] }),
    ...(row['Preferred Surname'] && { preferredSurname: row['Preferred Surname'] }),
    nicknames: several(row['Nicknames']),
    devices: several(row['Devices']),
    takesPart: row['Takes part'] !== 'no',
    classes: [row['Class'] ?? ''],
  }))
}
