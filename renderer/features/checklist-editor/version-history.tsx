import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import { madeInWords } from './editor-words.ts'
import classes from './version-history.module.css'
import { WordingList } from './wording-list.tsx'

type Props = { versions: readonly ChecklistVersion[] }

/** Every version there has been, newest first: who changed what, and how it was worded. */
export function VersionHistory({ versions }: Props) {
  return (
    <section aria-labelledby="versions" className={classes.history}>
      <h2 id="versions" className={classes.heading}>
        Versions
      </h2>
      <p className={classes.quiet}>
        A lesson keeps the version it was begun under, so its evidence always shows the wording it was given
        for.
      </p>
      <ol className={classes.list}>
        {versions.map((version, place) => (
          <li key={version.version} className={classes.version}>
            <h3 className={classes.name}>
              Version {version.version}
              {place === 0 && <span className={classes.inForce}>in force</span>}
            </h3>
            <p className={classes.quiet}>{madeInWords(version)}</p>
            <ul className={classes.changes}>
              {changesOf(version).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <details>
              <summary className={classes.summary}>
                The {version.items.length} checks as they were worded
              </summary>
              <WordingList label={`Version ${version.version}`} items={version.items} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

const changesOf = ({ changes, version }: ChecklistVersion): readonly string[] =>
  changes.length > 0 ? changes : [version === 1 ? 'The first checklist' : 'Brought up to date by the app']
