import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { useAfterPaint } from '../../renderer/lib/after-paint.ts'

let frames: FrameRequestCallback[] = []

function setHidden(value: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, value })
}

/** One frame, and what follows it. */
async function paint() {
  await act(async () => {
    for (const frame of frames.splice(0)) frame(0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
}

beforeEach(() => {
  frames = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame))
})
afterEach(() => {
  setHidden(true)
  vi.restoreAllMocks()
})

function openPage() {
  const points = createStore(() => ({ points: 0 }))
  function Shown() {
    return <output>{useAfterPaint(points, (state) => state.points)}</output>
  }
  const page = render(<Shown />)
  return { points, page }
}

describe('what follows a frame later', () => {
  it('shows what came in between once, after the frame', async () => {
    setHidden(false)
    const { points } = openPage()
    act(() => points.setState({ points: 1 }))
    act(() => points.setState({ points: 2 }))
    expect(screen.getByRole('status').textContent).toBe('0')
    expect(frames).toHaveLength(1)
    await paint()
    expect(screen.getByRole('status').textContent).toBe('2')
  })

  it('waits for nothing in a window that nobody sees', () => {
    const { points } = openPage()
    act(() => points.setState({ points: 1 }))
    expect(screen.getByRole('status').textContent).toBe('1')
    expect(frames).toHaveLength(0)
  })

  it('catches up without a frame when the window is hidden meanwhile', async () => {
    setHidden(false)
    const { points } = openPage()
    act(() => points.setState({ points: 1 }))
    await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
    expect(screen.getByRole('status').textContent).toBe('1')
  })

  it('brings all that waits at once where something cannot wait', () => {
    setHidden(false)
    const { points } = openPage()
    const asking = createStore(() => ({ about: '' }))
    const isUrgent = (now: { about: string }, shown: { about: string }) => now.about !== shown.about
    function Asked() {
      return <p>{useAfterPaint(asking, (state) => state.about, isUrgent)}</p>
    }
    render(<Asked />)
    act(() => points.setState({ points: 1 }))
    expect(screen.getByRole('status').textContent).toBe('0')
    act(() => asking.setState({ about: 'note' }))
    expect(screen.getByText('note')).toBeDefined()
    expect(screen.getByRole('status').textContent).toBe('1')
  })

  it('misses nothing that happens between the first look and the first following', () => {
    const points = createStore(() => ({ points: 0 }))
    function Shown() {
      const shown = useAfterPaint(points, (state) => state.points)
      if (points.getState().points === 0) points.setState({ points: 7 })
      return <output>{shown}</output>
    }
    render(<Shown />)
    expect(screen.getByRole('status').textContent).toBe('7')
  })
})
