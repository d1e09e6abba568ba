import { type SeenBefore, versionWarnings } from '../../shared/domain/version-warnings.ts'
import { Message } from './message.tsx'

/** What to know about the version before the one just written: dated later, or open somewhere. */
export function VersionWarnings({ earlierIsDated, openFiles }: SeenBefore) {
  return (
    <>
      {versionWarnings({ earlierIsDated, openFiles }).map(({ title, words }) => (
        <Message key={title} tone="warn" title={title}>
          {words}
        </Message>
      ))}
    </>
  )
}
