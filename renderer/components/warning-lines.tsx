import type { FileWarning } from '../../shared/domain/class-list.ts'

type Props = { warnings: readonly FileWarning[]; className: string | undefined }

/** What a person should check in a file, each with its line. */
export function WarningLines({ warnings, className }: Props) {
  return (
    <ul className={className} aria-label="What to check">
      {warnings.map(({ line, message }, index) => (
        <li key={index}>
          {line !== undefined && <strong>Line {line}: </strong>}
          {message}
        </li>
      ))}
    </ul>
  )
}
