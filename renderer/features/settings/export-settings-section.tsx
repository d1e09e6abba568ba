import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  columnProblems,
  type ExportSettings,
  exportSettings,
  offeredSheets,
  pdfKinds,
  sameNameRules,
} from '../../../shared/domain/export-settings.ts'
import { offeredColumns } from '../../../shared/domain/export-split.ts'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import { ExportColumns } from './export-columns.tsx'
import classes from './export-settings.module.css'
import settings from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

const sameNameWords: Record<(typeof sameNameRules)[number], string> = {
  upn: 'By the end of the UPN',
  number: 'By a number',
  'as-is': 'Leave them as they are',
}
const pdfWords: Record<(typeof pdfKinds)[number], string> = {
  day: 'One of all lessons of the day',
  class: 'One for each class',
  lesson: 'One for each lesson',
}

/** What the export holds, under which names, and where its parts go. */
export function ExportSettingsSection({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const [problem, setProblem] = useState<string | null>(null)
  const now = school.exportSettings
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = readSettings(event.currentTarget, now)
    const wrong = whatIsWrong(wanted)
    setProblem(wrong)
    if (wrong !== null) return
    await save({ exportSettings: wanted, notTheRegister: readForm(event.currentTarget)('wording') })
  }
  return (
    <SettingsSection
      title="What the export holds"
      hint="Sheets, columns and wording of the files for the office. The manifest beside them says what was left out."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <form className={settings.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <fieldset className={classes.plain} disabled={!mayLead}>
          <TextInput
            name="wording"
            label="Wording that these are not register marks"
            description="On every sheet and page"
            defaultValue={school.notTheRegister}
            maxLength={400}
            required
          />
          <NativeSelect
            name="sameNames"
            label="Pupils of one lesson who are called the same"
            defaultValue={now.sameNames}
            data={Object.entries(sameNameWords).map(([value, label]) => ({ value, label }))}
          />
          <fieldset className={classes.group}>
            <legend className={classes.legend}>PDFs for signature</legend>
            {pdfKinds.map((kind) => (
              <label key={kind} className={classes.choice}>
                <input type="checkbox" name="pdf" value={kind} defaultChecked={now.pdfs.includes(kind)} />
                {pdfWords[kind]}
              </label>
            ))}
          </fieldset>
          <fieldset className={classes.group}>
            <legend className={classes.legend}>Sheets and their columns</legend>
            {offeredSheets.map((sheet) => (
              <ExportColumns key={sheet} sheet={sheet} columns={offeredColumns(sheet)} settings={now} />
            ))}
          </fieldset>
        </fieldset>
        {problem !== null && <p className={settings.wrong}>{problem} Nothing was changed.</p>}
        {mayLead && (
          <Button type="submit" className={settings.act}>
            Save the export
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

function readSettings(form: HTMLFormElement, now: ExportSettings): ExportSettings {
  const text = readForm(form)
  const chosen = (name: string): string[] =>
    [...form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:checked`)].map(
      ({ value }) => value,
    )
  const sheets = chosen('sheet')
  const there = new Set(chosen('column'))
  const offered = offeredSheets.flatMap((sheet) => offeredColumns(sheet).map((column) => ({ sheet, column })))
  const columns = offered.flatMap(({ sheet, column }) => {
    const key = `${sheet}/${column}`
    const name = text(key) || null
    const isLeftOut = !there.has(key)
    return name === null && !isLeftOut ? [] : [{ sheet, column, name, isLeftOut }]
  })
  const isOffered = (one: { sheet: string; column: string }) =>
    offered.some(({ sheet, column }) => sheet === one.sheet && column === one.column)
  return {
    leftOutSheets: offeredSheets.filter((sheet) => !sheets.includes(sheet)),
    // Columns of behaviours that are not there now keep what was decided of them.
    columns: [...now.columns.filter((one) => !isOffered(one)), ...columns],
    sameNames: sameNameRules.find((rule) => rule === text('sameNames')) ?? now.sameNames,
    pdfs: pdfKinds.filter((kind) => chosen('pdf').includes(kind)),
  }
}

/** Why it cannot be saved, in words; null where it can. */
function whatIsWrong(wanted: ExportSettings): string | null {
  if (wanted.pdfs.length === 0) return 'Choose at least one PDF for signature.'
  const [problem] = columnProblems(wanted.columns)
  if (problem !== undefined) return problem
  return exportSettings.safeParse(wanted).success
    ? null
    : 'A name of a column is too long, or has something in it that no heading may have.'
}
