import { Component, type ReactNode } from 'react'

type Props = { children: ReactNode }
type State = { hasFailed: boolean }

/** A page that fails to draw says so and offers the way back; what was recorded is in main and untouched. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main role="alert" style={{ padding: 32, display: 'grid', gap: 12, justifyItems: 'start' }}>
        <h1 style={{ fontSize: 22 }}>This page stopped working</h1>
        <p>Everything you recorded is saved. Open the page again to go on where you were.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Open it again
        </button>
      </main>
    )
  }
}
