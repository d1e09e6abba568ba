import type { ReactNode } from 'react'
import { clockTime, fullDate } from '../../shared/domain/times.ts'
import classes from './version-history.module.css'

type Version = {
  version: number
  /** UTC ms. */
  madeAt: number
  /** Null for one that came with the app. */
  madeBy: string | null
  changes: readonly string[]
}

type Props<V extends Version> = {
  versions: readonly V[]
  /** Why they are kept, in one sentence. */
  why: string
  /** What the first one is. */
  first: string
  /** The line that opens a version, and what it then shows. */
  summaryOf: (version: V) => string
  renderContent: (version: V) => ReactNode
}

/** Every version there has been, newest first: who changed what, and how it was worded. */
export function VersionHistory<V extends Version>({
  versions,
  why,
  first,
  summaryOf,
  renderContent,
}: Props<V>) {
  return (
    <section aria-labelledby="versions" className={classes.history}>
      <h2 id="versions" className={classes.heading}>
        Versions
      </h2>
      <p className={classes.quiet}>{why}</p>
      <ol className={classes.list}>
        {versions.map((version, place) => (
          <li key={version.version} className={classes.version}>
            <h3 className={classes.name}>
              Version {version.version}
              {place === 0 && <span className={classes.inForce}>in force</span>}
            </h3>
            <p className={classes.quiet}>{madeInWords(version)}</p>
            <ul className={classes.changes}>
              {changesOf(version, first).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <details>
              <summary className={classes.summary}>{summaryOf(version)}</summary>
              {renderContent(version)}
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

const changesOf = ({ changes, version }: Version, first: string): readonly string[] =>
  changes.length > 0 ? changes : [version === 1 ? first : 'Brought up to date by the app']

/** `18 January 2021 at 09:22, by Ms J Reid`. */
const madeInWords = ({ madeAt, madeBy }: Version): string =>
  madeBy === null
    ? `${fullDate(madeAt)}, came with the app`
    : `${fullDate(madeAt)} at ${clockTime(madeAt)}, by ${madeBy}`
