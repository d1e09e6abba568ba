import type { ReactNode } from 'react'
import { Message } from './message.tsx'
import { Page } from './page.tsx'
import { Waiting } from './waiting.tsx'

type Props<V> = {
  title: string
  subtitle: string
  /** Newest first; null until they were read. */
  versions: readonly V[] | null
  failure: { message: string } | null
  waiting: string
  /** What is said where there is no version at all. */
  none: { title: string; words: string }
  children: (inForce: V, versions: readonly V[]) => ReactNode
}

/** A page of what is kept as versions: waiting for them, none yet, what went wrong, and the one in force. */
export function VersionPage<V>({ title, subtitle, versions, failure, waiting, none, children }: Props<V>) {
  const inForce = versions?.[0]
  return (
    <Page title={title} subtitle={subtitle}>
      {failure && (
        <Message tone="bad" title="That did not work">
          {failure.message} What you edited is still here.
        </Message>
      )}
      {!versions && !failure && <Waiting>{waiting}</Waiting>}
      {versions && inForce === undefined && (
        <Message tone="quiet" title={none.title}>
          {none.words}
        </Message>
      )}
      {versions && inForce !== undefined && children(inForce, versions)}
    </Page>
  )
}
