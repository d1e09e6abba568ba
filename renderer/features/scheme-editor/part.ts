import type { Scheme, SchemeProblem } from '../../../shared/domain/scheme.ts'

/** What each part of the editor is given. */
export type PartProps = {
  scheme: Scheme
  problems: readonly SchemeProblem[]
  onChanged: (change: Partial<Scheme>) => void
}

/** What stands against one field, in words; undefined where nothing does. */
export const problemAt = (
  problems: readonly SchemeProblem[],
  ...path: SchemeProblem['path']
): string | undefined => problems.find((one) => one.path.join('.') === path.join('.'))?.says
